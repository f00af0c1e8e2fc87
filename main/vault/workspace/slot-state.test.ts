import { copyFileSync, cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { sharedFolder, temporaryFolder } from '../../../tests/support/folder';
import { fakeKeystore } from '../../../tests/support/keystore';
import { NOW_MS } from '../../../tests/support/now';
import {
  close,
  createWorkspace,
  PASSPHRASE,
  unlock,
  unlockBy,
  workspaceIn,
} from '../../../tests/support/workspace';
import { readAuditPage } from '../audit/audit-entries';
import { MyAccess } from './my-access';
import type { OpenedWorkspace } from './opened-workspace';
import { announceSlots, compareSlots } from './slot-state';
import { UserAdmin } from './user-admin';
import { UserDirectory } from './user-directory';

const NEXT = 'another passphrase altogether';
const BEN = 'a second passphrase for ben';
const template = sharedFolder();
beforeAll(async () => void (await createWorkspace(template)));

function copied() {
  const folder = temporaryFolder();
  cpSync(template, folder, { recursive: true });
  const workspace = workspaceIn(folder);
  return {
    workspace,
    slotFile: join(workspace.path, 'workspace.json'),
    database: join(workspace.path, 'vault.db'),
  };
}

function adminsOf(opened: OpenedWorkspace) {
  const directory = new UserDirectory({ ...opened, nowMs: () => NOW_MS });
  return {
    access: new MyAccess(directory, fakeKeystore()),
    users: new UserAdmin(directory, () => NOW_MS),
  };
}

const mismatchesIn = async ({ store }: OpenedWorkspace) =>
  (await readAuditPage(store, { action: 'slots.mismatch', limit: 10 })).map(
    ({ details }) => details.found,
  );

describe('an older slot file that was put back', () => {
  it('revives the old passphrase, which is told and recorded until somebody sees to it', async () => {
    const { workspace, slotFile } = copied();
    const old = readFileSync(slotFile);
    const before = await unlock(workspace);
    await adminsOf(before).access.changePassphrase(PASSPHRASE, NEXT);
    await close(before);
    writeFileSync(slotFile, old);
    const revived = await unlock(workspace);
    expect(revived.slotsWarning).toBe('older_slots');
    expect(await mismatchesIn(revived)).toEqual(['older_slots']);
    await close(revived);
    // It is the newest file now, but what it has brought back is still there.
    const again = await unlock(workspace);
    expect(again.slotsWarning).toBe('older_slots');
    expect(await mismatchesIn(again)).toHaveLength(1);
    await close(again);
  });

  it('is noticed after a recovery code was used, and after a reset', async () => {
    const { workspace, slotFile } = copied();
    const first = await unlock(workspace);
    const { access, users } = adminsOf(first);
    const [, ben] = await users.add('Ben', 'viewer', BEN);
    const code = await access.makeRecoveryCode(PASSPHRASE);
    const old = readFileSync(slotFile);
    await users.resetPassphrase(ben?.id ?? '', NEXT);
    await close(first);
    writeFileSync(slotFile, old);
    const asBen = await unlock(workspace, BEN, 'Ben');
    expect(asBen.slotsWarning).toBe('older_slots');
    await close(asBen);
    const recovering = await unlockBy(workspace, { kind: 'recovery', secret: code });
    const beforeUse = readFileSync(slotFile);
    await adminsOf(recovering).access.recover(code, NEXT);
    await close(recovering);
    writeFileSync(slotFile, beforeUse);
    const revived = await unlockBy(workspace, { kind: 'recovery', secret: code });
    expect(await mismatchesIn(revived)).toEqual(['older_slots', 'older_slots']);
    await close(revived);
  });

  it('does not bring back who was removed', async () => {
    const { workspace, slotFile } = copied();
    const opened = await unlock(workspace);
    const { users } = adminsOf(opened);
    const [, ben] = await users.add('Ben', 'viewer', BEN);
    const old = readFileSync(slotFile);
    await users.remove(ben?.id ?? '');
    await close(opened);
    writeFileSync(slotFile, old);
    await expect(unlock(workspace, BEN, 'Ben')).rejects.toThrow('workspace.user_disabled');
  });
});

describe('an older database that was put back', () => {
  it('is told, too', async () => {
    const { workspace, database } = copied();
    await close(await unlock(workspace));
    const old = `${database}.old`;
    copyFileSync(database, old);
    const opened = await unlock(workspace);
    await adminsOf(opened).access.changePassphrase(PASSPHRASE, NEXT);
    await close(opened);
    copyFileSync(old, database);
    const found = await unlock(workspace, NEXT);
    expect(found.slotsWarning).toBe('older_database');
    expect(await mismatchesIn(found)).toEqual(['older_database']);
    await close(found);
  });
});

describe('no alarm is raised', () => {
  it('by changes, locks and unlocks', async () => {
    const { workspace } = copied();
    const opened = await unlock(workspace);
    const { access, users } = adminsOf(opened);
    await users.add('Ben', 'viewer', BEN);
    await access.changePassphrase(PASSPHRASE, NEXT);
    await close(opened);
    for (const [passphrase, name] of [
      [NEXT, 'Admin'],
      [BEN, 'Ben'],
    ] as const) {
      const again = await unlock(workspace, passphrase, name);
      expect(again.slotsWarning).toBeNull();
      await close(again);
    }
  });

  it('by a crash after the slot file was written and before the database was', async () => {
    const { workspace } = copied();
    const opened = await unlock(workspace);
    // What `UserDirectory` does, up to there.
    await announceSlots(opened.store, opened.slots.nextRevision);
    await opened.slots.renew([opened.user]);
    await close(opened);
    const again = await unlock(workspace);
    expect(again.slotsWarning).toBeNull();
    await close(again);
  });
});

describe('comparing', () => {
  const known = { revision: 5, mac: 'a', expected: 6 };
  it.each([
    [{ revision: 5, mac: 'a' }, null],
    [{ revision: 6, mac: 'b' }, null],
    [{ revision: 7, mac: 'b' }, 'older_database'],
    [{ revision: 4, mac: 'a' }, 'older_slots'],
    [{ revision: 0, mac: 'a' }, 'older_slots'],
    [{ revision: 5, mac: 'b' }, 'older_slots'],
  ] as const)('%j finds %s', (stamp, found) => {
    expect(compareSlots(stamp, known)).toBe(found);
    expect(compareSlots(stamp, null)).toBeNull();
  });
});
