import { randomUUID } from 'node:crypto';
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { filesIn, sharedFolder, temporaryFolder } from '../../../tests/support/folder';
import { fakeKeystore } from '../../../tests/support/keystore';
import { NOW_MS } from '../../../tests/support/now';
import {
  close,
  newWorkspace,
  PASSPHRASE,
  slotsOf,
  unlock,
  unlockBy,
  workspaceIn,
} from '../../../tests/support/workspace';
import { Experiences } from '../../chat/experiences/experiences';
import { openConnection } from '../../foundation/store/connection';
import { copyUnderKey } from '../../foundation/store/copy-under-key';
import { createStore } from '../../foundation/store/database';
import { recordAudit } from '../audit/audit-log';
import { MyAccess } from './my-access';
import type { CopyDatabase } from './rotate-key';
import { type SealedKey, unsealKey } from './sealed-key';
import { readSlotFile, type UserSlots } from './slot-file';
import { announceSlots } from './slot-state';
import { UserAdmin } from './user-admin';
import { UserDirectory } from './user-directory';
import { privateKeyOf } from './user-slots';
import type { OpenedWorkspace } from './workspace-folder';

const NEXT = 'another passphrase altogether';
const BEN = 'a second passphrase for ben';
const template = sharedFolder();
const keystore = fakeKeystore();
let recoveryCode = '';

beforeAll(async () => {
  const created = await workspaceIn(template).create(newWorkspace({ keystore }));
  recoveryCode = created.recoveryCode;
  const { opened } = created;
  const directory = new UserDirectory({ ...opened, nowMs: () => NOW_MS });
  await new UserAdmin(directory, () => NOW_MS).add('Ben', 'editor', BEN);
  await close(opened);
});

async function opened() {
  const folder = temporaryFolder();
  cpSync(template, folder, { recursive: true });
  const workspace = workspaceIn(folder);
  const before = await unlock(workspace);
  await new Experiences(before.store).create(randomUUID(), 'Raffle', EMPTY, NOW_MS);
  const oldKey = Buffer.from(before.key);
  await before.store.destroy();
  return { folder, workspace, before, oldKey, path: (name: string) => join(workspace.path, name) };
}

const EMPTY = { start: null, modules: [], edges: [] };

/** As the worker does it. */
const copying =
  ({ databaseFile, key, user }: OpenedWorkspace): CopyDatabase =>
  async ({ copy, newKey }) => {
    const store = createStore(openConnection({ file: databaseFile, key }));
    try {
      await copyUnderKey(store, {
        key,
        newKey,
        copy,
        nativeBinding: undefined,
        finish: (copied) =>
          copied
            .transaction()
            .execute((transaction) => recordAudit(transaction, user, NOW_MS, 'key.rotated')),
      });
    } finally {
      await store.destroy();
    }
  };

/** Every user gets in by every way, and nothing that was stored is gone. */
async function expectWhole(workspace: ReturnType<typeof workspaceIn>, rotations: number) {
  const ways = [
    () => unlock(workspace),
    () => unlock(workspace, BEN, 'Ben'),
    () => unlockBy(workspace, { kind: 'recovery', secret: recoveryCode }),
    () => unlockBy(workspace, { kind: 'keystore', keystore }),
  ];
  for (const open of ways) {
    const workspaceOpen = await open();
    const { store, auditIntact, slotsWarning } = workspaceOpen;
    expect(slotsWarning).toBeNull();
    expect(auditIntact).toBe(true);
    const names = (await new Experiences(store).list()).map(({ name }) => name);
    expect(names.toSorted()).toEqual(['Hello World', 'Raffle']);
    const rotated = store.selectFrom('audit_log').selectAll().where('action', '=', 'key.rotated');
    expect(await rotated.execute()).toHaveLength(rotations);
    await close(workspaceOpen);
  }
  expect((await slotsOf(workspace)).keys).toHaveLength(1);
  expect(filesIn(workspace.path)).toEqual(['vault.db', 'workspace.json']);
}

describe('rotating the key', () => {
  it('keeps every row and every way in, and opens the workspace again', async () => {
    const { workspace, before, oldKey, path } = await opened();
    const oldSlots = await slotsOf(workspace);
    const rotated = await workspace.rotateKey(before, copying(before));
    expect(rotated.failure).toBeUndefined();
    expect(rotated.opened.key).not.toEqual(oldKey);
    await close(rotated.opened);
    await expectWhole(workspace, 1);
    expect(() => openConnection({ file: path('vault.db'), key: oldKey })).toThrow(
      'workspace.database_damaged',
    );
    const text = readFileSync(path('workspace.json'), 'utf8');
    for (const { box } of oldSlots.keys.flatMap(({ sealed }) => Object.values(sealed))) {
      expect(text).not.toContain(box.data);
    }
  });

  it('shuts out who kept a copy of the old slots', async () => {
    const { workspace, before, path } = await opened();
    const kept = readFileSync(path('workspace.json'));
    const { opened: rotated } = await workspace.rotateKey(before, copying(before));
    await close(rotated);
    writeFileSync(path('workspace.json'), kept);
    await expect(unlock(workspace)).rejects.toThrow('workspace.database_damaged');
  });

  it.each<[string, (access: MyAccess) => Promise<unknown>]>([
    ['a new recovery code', (access) => access.makeRecoveryCode(NEXT)],
    [
      'a recovery by the code',
      async (access) =>
        access.recover(await access.makeRecoveryCode(NEXT), 'a third passphrase for the admin'),
    ],
  ])('shuts out an old passphrase and an old copy of the slots, after %s', async (_, finish) => {
    const { workspace, path } = await opened();
    const unlocked = await unlock(workspace);
    const kept = await readSlotFile(path('workspace.json'));
    const access = new MyAccess(
      new UserDirectory({ ...unlocked, nowMs: () => NOW_MS }),
      fakeKeystore(),
    );
    await access.changePassphrase(PASSPHRASE, NEXT);
    await finish(access);
    await unlocked.store.destroy();
    const { opened: rotated } = await workspace.rotateKey(unlocked, copying(unlocked));
    await close(rotated);
    const { workspaceId, users = [] } = kept ?? {};
    const owner = { workspaceId: workspaceId ?? '', userId: users[0]?.id ?? '' };
    const credential = { kind: 'passphrase', secret: PASSPHRASE } as const;
    const oldPrivateKey = await privateKeyOf(users[0] as UserSlots, credential, owner.workspaceId);
    const now = await readSlotFile(path('workspace.json'));
    const sealed = now?.keys[0]?.sealed[owner.userId];
    expect(sealed).toBeDefined();
    expect(() => unsealKey(sealed as SealedKey, oldPrivateKey, owner)).toThrow();
  });

  it('lets every way in that was made anew open the workspace', async () => {
    const { workspace } = await opened();
    const unlocked = await unlock(workspace);
    const access = new MyAccess(new UserDirectory({ ...unlocked, nowMs: () => NOW_MS }), keystore);
    const code = await access.makeRecoveryCode(PASSPHRASE);
    // At once: neither may begin with what the other replaces.
    const [next] = await Promise.all([
      access.makeRecoveryCode(PASSPHRASE),
      access.changePassphrase(PASSPHRASE, NEXT),
    ]);
    await unlocked.store.destroy();
    const { opened: rotated } = await workspace.rotateKey(unlocked, copying(unlocked));
    await close(rotated);
    await close(await unlock(workspace, NEXT));
    await close(await unlockBy(workspace, { kind: 'recovery', secret: next }));
    await close(await unlockBy(workspace, { kind: 'keystore', keystore }));
    const used = unlockBy(workspace, { kind: 'recovery', secret: code });
    await expect(used).rejects.toThrow('workspace.wrong_recovery_code');
  });

  it('zeroes the old key', async () => {
    const { workspace, before } = await opened();
    const { opened: rotated } = await workspace.rotateKey(before, copying(before));
    expect(before.key.every((byte) => byte === 0)).toBe(true);
    await close(rotated);
  });

  it.each<[string, (copy: CopyDatabase) => CopyDatabase]>([
    [
      'before the copy',
      () => async () => {
        throw new Error('No.');
      },
    ],
    [
      'in the middle of the copy',
      () =>
        async ({ copy }) => {
          writeFileSync(copy, 'half a copy');
          throw new Error('No.');
        },
    ],
    [
      'after the copy',
      (write) => async (request) => {
        await write(request);
        throw new Error('No.');
      },
    ],
  ])('that fails %s leaves the workspace open under its old key', async (_, failing) => {
    const { workspace, before, oldKey } = await opened();
    const { opened: same, failure } = await workspace.rotateKey(before, failing(copying(before)));
    expect(failure).toMatchObject({ message: 'No.' });
    expect(same.key).toEqual(oldKey);
    await close(same);
    await expectWhole(workspace, 0);
  });
});

describe('a rotation that a crash has ended', () => {
  /** The folder as it is at some moment of the rotation, as if the process had ended there. */
  async function crashed(moment: 'copied' | 'announced' | 'replaced') {
    const { workspace, before } = await opened();
    const newKey = Buffer.alloc(32, 7);
    const copy = `${before.databaseFile}.part`;
    const announced = createStore(openConnection({ file: before.databaseFile, key: before.key }));
    await announceSlots(announced, before.slots.nextRevision);
    await announced.destroy();
    await copying(before)({ copy, newKey });
    if (moment !== 'copied') {
      const databaseSalt = readFileSync(copy).toString('hex', 0, 16);
      await before.slots.expect({ key: newKey, databaseSalt });
      expect((await slotsOf(workspace)).keys).toHaveLength(2);
    }
    if (moment === 'replaced') {
      cpSync(copy, before.databaseFile);
      expect(existsSync(`${before.databaseFile}-wal`)).toBe(false);
    }
    before.key.fill(0);
    return workspace;
  }

  it('with a finished copy beside the database is undone', async () => {
    await expectWhole(await crashed('copied'), 0);
  });

  it('with both keys in the slot file and the old database is undone', async () => {
    await expectWhole(await crashed('announced'), 0);
  });

  it('with both keys in the slot file and the new database is finished', async () => {
    await expectWhole(await crashed('replaced'), 1);
  });

  it('leaves no way to slip in another slot file', async () => {
    const workspace = await crashed('announced');
    const file = await slotsOf(workspace);
    const [first, ...others] = file.users;
    if (!first) throw new Error('There is no user.');
    const forged = { ...file, users: [{ ...first, name: 'Eve' }, ...others] };
    writeFileSync(join(workspace.path, 'workspace.json'), JSON.stringify(forged));
    const opening = workspace.open({
      userId: first.id,
      credential: { kind: 'passphrase', secret: PASSPHRASE },
      nowMs: NOW_MS,
      failedAttempts: 0,
    });
    await expect(opening).rejects.toThrow('workspace.slots_damaged');
  });
});
