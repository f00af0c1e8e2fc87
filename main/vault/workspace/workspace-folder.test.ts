import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { setReadOnly, smallDisk } from '../../../tests/support/disk';
import {
  bytesIn,
  filesHolding,
  filesIn,
  sharedFolder,
  temporaryFolder,
} from '../../../tests/support/folder';
import { fakeKeystore } from '../../../tests/support/keystore';
import { NOW_MS } from '../../../tests/support/now';
import {
  close,
  createWorkspace,
  newWorkspace,
  PASSPHRASE,
  slotsOf,
  unlock,
  unlockBy,
  workspaceIn,
} from '../../../tests/support/workspace';
import { Experiences } from '../../chat/experiences/experiences';
import type { SlotFile } from './slot-file';
import { readUsers } from './users';

const NOBODY = {
  userId: 'nobody',
  credential: { kind: 'passphrase', secret: PASSPHRASE },
  nowMs: NOW_MS,
  failedAttempts: 0,
} as const;

/** One workspace, copied for each test: making it takes the time that guessing is meant to take. */
const template = sharedFolder();
beforeAll(async () => void (await createWorkspace(template)));

function copied() {
  const folder = temporaryFolder();
  cpSync(template, folder, { recursive: true });
  const path = (name: string): string => join(folder, 'workspace', name);
  return {
    folder,
    workspace: workspaceIn(folder),
    database: path('vault.db'),
    slots: path('workspace.json'),
  };
}

describe('a new workspace', () => {
  it('has a folder with the database and its key slots, and nothing half-made beside it', () => {
    expect(filesIn(template)).toEqual(['workspace/vault.db', 'workspace/workspace.json']);
  });

  it('is for its owner only', () => {
    expect(statSync(join(template, 'workspace')).mode & 0o077).toBe(0);
    expect(statSync(join(template, 'workspace/workspace.json')).mode & 0o077).toBe(0);
  });

  it('holds its passphrase in no file, and no text of its experiences', () => {
    expect(filesHolding(template, PASSPHRASE)).toEqual([]);
    expect(filesHolding(template, 'Hello World')).toEqual([]);
  });

  it('is there at once with an admin and the sample experience', async () => {
    const opened = await unlock(workspaceIn(template));
    expect(opened).toMatchObject({ name: 'Marketing', user: { name: 'Admin', role: 'admin' } });
    expect(await new Experiences(opened.store).list()).toMatchObject([{ name: 'Hello World' }]);
    await close(opened);
  });

  it('never takes the place of one that is there', async () => {
    const { folder, workspace } = copied();
    const before = bytesIn(folder);
    await expect(workspace.create(newWorkspace())).rejects.toThrow('workspace.exists');
    expect(bytesIn(folder)).toEqual(before);
  });

  it('takes the place of an empty folder, and of a half-made one that a crash left', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'workspace'));
    mkdirSync(join(folder, 'workspace.part'));
    writeFileSync(join(folder, 'workspace.part/vault.db'), 'half a database');
    await createWorkspace(folder);
    expect(filesIn(folder)).toEqual(['workspace/vault.db', 'workspace/workspace.json']);
  });

  it('is not there at all when furnishing it fails', async () => {
    const folder = temporaryFolder();
    const furnish = async () => {
      throw new Error('No chairs.');
    };
    await expect(workspaceIn(folder).create(newWorkspace({ furnish }))).rejects.toThrow(
      'No chairs.',
    );
    expect(filesIn(folder)).toEqual([]);
    expect(await workspaceIn(folder).inspect()).toBeNull();
  });

  it('says that the disk is full, and leaves nothing on it', async (context) => {
    const folder = smallDisk(context, 64);
    await expect(workspaceIn(folder).create(newWorkspace())).rejects.toThrow('workspace.disk_full');
    expect(filesIn(folder)).toEqual([]);
  });

  it('says that the folder cannot be written', async (context) => {
    const folder = smallDisk(context, 1_024);
    setReadOnly(folder, true);
    await expect(workspaceIn(folder).create(newWorkspace())).rejects.toThrow(
      'workspace.folder_not_writable',
    );
  });
});

describe('looking at a workspace', () => {
  it('tells its name without the passphrase, and changes nothing', async () => {
    const { folder, workspace } = copied();
    const before = bytesIn(folder);
    expect(await workspace.inspect()).toMatchObject({
      name: 'Marketing',
      users: [{ name: 'Admin', keystore: null }],
    });
    expect(bytesIn(folder)).toEqual(before);
  });

  it('finds none in an empty place', async () => {
    expect(await workspaceIn(temporaryFolder()).inspect()).toBeNull();
  });

  it('tells a missing or empty database from a new workspace', async () => {
    const { workspace, database } = copied();
    truncateSync(database, 0);
    await expect(workspace.inspect()).rejects.toThrow('workspace.database_missing');
    rmSync(database);
    await expect(workspace.inspect()).rejects.toThrow('workspace.database_missing');
  });

  it('tells missing key slots from a new workspace: the data are still there', async () => {
    const { workspace, slots } = copied();
    rmSync(slots);
    await expect(workspace.inspect()).rejects.toThrow('workspace.slots_missing');
  });
});

describe('opening a workspace', () => {
  it('needs one', async () => {
    const opening = workspaceIn(temporaryFolder()).open(NOBODY);
    await expect(opening).rejects.toThrow('workspace.not_found');
  });

  it('is refused with a wrong passphrase, and changes nothing', async () => {
    const { folder, workspace } = copied();
    const before = bytesIn(folder);
    await expect(unlock(workspace, 'correct horse battery stapl')).rejects.toThrow(
      'workspace.wrong_passphrase',
    );
    expect(bytesIn(folder)).toEqual(before);
  });

  it('tells a wrong passphrase from a damaged database', async () => {
    const { workspace, database } = copied();
    writeFileSync(database, Buffer.alloc(8_192, 7));
    await expect(unlock(workspace, 'wrong passphrase')).rejects.toThrow(
      'workspace.wrong_passphrase',
    );
    await expect(unlock(workspace)).rejects.toThrow('workspace.database_damaged');
  });

  it('does not take an emptied or missing database for a new one', async () => {
    const { workspace, database } = copied();
    truncateSync(database, 0);
    await expect(unlock(workspace)).rejects.toThrow('workspace.database_missing');
    rmSync(database);
    await expect(unlock(workspace)).rejects.toThrow('workspace.database_missing');
    expect(existsSync(database)).toBe(false);
  });

  it('finds a database damaged that is cut off', async () => {
    const { workspace, database } = copied();
    truncateSync(database, 8_192);
    await expect(unlock(workspace)).rejects.toThrow('workspace.database_damaged');
  });

  it('finds a database damaged whose pages of users are overwritten', async () => {
    const { workspace, database } = copied();
    const bytes = readFileSync(database);
    bytes.fill(0xab, 4_096);
    writeFileSync(database, bytes);
    await expect(unlock(workspace)).rejects.toThrow('workspace.database_damaged');
  });

  it('refuses the database of another workspace', async () => {
    const { workspace, database } = copied();
    const other = temporaryFolder();
    await createWorkspace(other);
    cpSync(join(other, 'workspace/vault.db'), database);
    await expect(unlock(workspace)).rejects.toThrow('workspace.database_damaged');
  });

  it('says that the folder cannot be written', async (context) => {
    const folder = smallDisk(context, 1_024);
    cpSync(template, folder, { recursive: true });
    setReadOnly(folder, true);
    await expect(unlock(workspaceIn(folder))).rejects.toThrow('workspace.folder_not_writable');
  });
});

describe('what a user opens the workspace with', () => {
  it('is the passphrase, the recovery code or the key store, whichever is there', async () => {
    const folder = temporaryFolder();
    const keystore = fakeKeystore();
    const workspace = workspaceIn(folder);
    const created = await workspace.create(newWorkspace({ keystore }));
    await close(created.opened);
    const secret = created.recoveryCode;
    await close(await unlock(workspace));
    await close(await unlockBy(workspace, { kind: 'recovery', secret }));
    await close(await unlockBy(workspace, { kind: 'keystore', keystore }));
    keystore.state = 'none';
    await expect(unlockBy(workspace, { kind: 'keystore', keystore })).rejects.toThrow(
      'workspace.keystore_unavailable',
    );
    await close(await unlockBy(workspace, { kind: 'recovery', secret }));
    await close(await unlock(workspace));
    expect(filesHolding(folder, secret)).toEqual([]);
    expect(filesHolding(folder, secret.replaceAll('-', ''))).toEqual([]);
  });

  it('leaves an entry in the audit log that says how, and how often it failed before', async () => {
    const { workspace } = copied();
    const [user] = (await slotsOf(workspace)).users;
    const userId = user?.id ?? '';
    await close(await workspace.open({ ...NOBODY, userId, failedAttempts: 3 }));
    const { store, ...opened } = await unlock(workspace);
    const entries = await store.selectFrom('audit_log').selectAll().orderBy('seq').execute();
    expect(entries[0]).toMatchObject({ action: 'workspace.created', user: 'Admin' });
    expect(entries.slice(-2)).toMatchObject([
      { action: 'workspace.unlocked', details: '{"method":"passphrase","failedAttempts":3}' },
      { action: 'workspace.unlocked', details: '{"method":"passphrase","failedAttempts":0}' },
    ]);
    await close({ store, ...opened });
  });

  it('tells whether the audit log is as it was written', async () => {
    const { workspace } = copied();
    const { store, auditIntact, ...opened } = await unlock(workspace);
    expect(auditIntact).toBe(true);
    await store.updateTable('audit_log').set({ user: 'Nobody' }).where('seq', '=', 1).execute();
    await close({ store, auditIntact, ...opened });
    const tampered = await unlock(workspace);
    expect(tampered.auditIntact).toBe(false);
    await close(tampered);
  });
});

describe('a slot file that somebody has changed', () => {
  it.each<[string, (file: SlotFile) => SlotFile]>([
    ['a name', (file) => ({ ...file, name: 'Other' })],
    [
      'a user',
      (file) => ({ ...file, users: file.users.map((user) => ({ ...user, name: 'Eve' })) }),
    ],
    [
      'a public key',
      (file) => {
        const [first] = file.users;
        if (!first) throw new Error('There is no user.');
        return { ...file, users: [first, { ...first, id: 'eve' }] };
      },
    ],
    ['a MAC', (file) => ({ ...file, keys: file.keys.map((key) => ({ ...key, mac: 'AAAA' })) })],
  ])('is refused after %s, and nothing is changed', async (_, change) => {
    const { folder, workspace, slots } = copied();
    writeFileSync(slots, JSON.stringify(change(await slotsOf(workspace))));
    const before = bytesIn(folder);
    const [user] = (await slotsOf(workspace)).users;
    const opening = workspace.open({ ...NOBODY, userId: user?.id ?? '' });
    await expect(opening).rejects.toThrow('workspace.slots_damaged');
    expect(bytesIn(folder)).toEqual(before);
  });

  it('is refused when a user got the slots of another', async () => {
    const { workspace, slots } = copied();
    const file = await slotsOf(workspace);
    const users = file.users.map((user) => ({ ...user, id: 'somebody' }));
    writeFileSync(slots, JSON.stringify({ ...file, users }));
    const opening = workspace.open({ ...NOBODY, userId: 'somebody' });
    await expect(opening).rejects.toThrow('workspace.wrong_passphrase');
  });

  it('does not let somebody in who is disabled or gone in the database', async () => {
    const { workspace } = copied();
    const { store, ...opened } = await unlock(workspace);
    await store.updateTable('users').set({ disabled_at: NOW_MS }).execute();
    expect(await readUsers(store)).toMatchObject([{ isDisabled: true }]);
    await close({ store, ...opened });
    await expect(unlock(workspace)).rejects.toThrow('workspace.user_disabled');
  });
});
