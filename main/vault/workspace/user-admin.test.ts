import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { sharedFolder, temporaryFolder } from '../../../tests/support/folder';
import { fakeKeystore } from '../../../tests/support/keystore';
import { NOW_MS } from '../../../tests/support/now';
import {
  close,
  createWorkspace,
  PASSPHRASE,
  slotsOf,
  unlock,
  unlockBy,
  workspaceIn,
} from '../../../tests/support/workspace';
import { MyAccess } from './my-access';
import { UserAdmin } from './user-admin';
import { UserDirectory } from './user-directory';

const BEN = 'a first passphrase for ben';
const NEXT = 'the passphrase that ben has chosen';
const template = sharedFolder();
beforeAll(async () => void (await createWorkspace(template)));

async function unlocked(folder = copiedFolder(), passphrase = PASSPHRASE, name = 'Admin') {
  const workspace = workspaceIn(folder);
  const opened = await unlock(workspace, passphrase, name);
  onTestFinished(() => opened.store.destroy());
  const nowMs = () => NOW_MS;
  const directory = new UserDirectory({ ...opened, nowMs });
  const keystore = fakeKeystore();
  return {
    folder,
    workspace,
    opened,
    directory,
    keystore,
    users: new UserAdmin(directory, nowMs),
    access: new MyAccess(directory, keystore),
    /** Actions of the audit log and whom they were about, without unlocking. */
    audit: async () => {
      const rows = await opened.store.selectFrom('audit_log').selectAll().orderBy('seq').execute();
      return rows
        .filter(({ action }) => action.startsWith('user.'))
        .map(({ user, action, details }) => [user, action, JSON.parse(details).target]);
    },
  };
}

function copiedFolder(): string {
  const folder = temporaryFolder();
  cpSync(template, folder, { recursive: true });
  return folder;
}

const idOf = (views: { id: string; name: string }[], name: string): string =>
  views.find((view) => view.name === name)?.id ?? 'nobody';

describe('an admin', () => {
  it('adds a user, who unlocks with the first passphrase and replaces it', async () => {
    const admin = await unlocked();
    const views = await admin.users.add('Ben', 'steward', BEN);
    expect(views).toMatchObject([
      { name: 'Admin', role: 'admin', recoveryCode: true },
      { name: 'Ben', role: 'steward', passphraseIsTemporary: true, recoveryCode: false },
    ]);
    expect(await admin.audit()).toEqual([['Admin', 'user.added', 'Ben']]);
    await admin.opened.store.destroy();

    const ben = await unlocked(admin.folder, BEN, 'Ben');
    expect(ben.directory.me).toMatchObject({ role: 'steward', passphraseIsTemporary: true });
    expect(await ben.access.changePassphrase(BEN, NEXT)).toMatchObject({
      passphraseIsTemporary: false,
    });
    expect(ben.directory.me.passphraseIsTemporary).toBe(false);
    await expect(unlock(ben.workspace, BEN, 'Ben')).rejects.toThrow('workspace.wrong_passphrase');
    await close(await unlock(ben.workspace, NEXT, 'Ben'));
    await close(await unlock(ben.workspace));
  });

  it('gives no two users the same name, whatever its letter case', async () => {
    const { users } = await unlocked();
    await expect(users.add('ADMIN', 'viewer', BEN)).rejects.toThrow('user.name_taken');
    expect(await users.list()).toHaveLength(1);
  });

  it('changes roles, but leaves no workspace without an admin', async () => {
    const { users, directory } = await unlocked();
    const me = directory.me.id;
    const ben = idOf(await users.add('Ben', 'viewer', BEN), 'Ben');
    await expect(users.setRole(me, 'editor')).rejects.toThrow('user.last_admin');
    await users.setRole(ben, 'admin');
    await users.setRole(me, 'editor');
    expect(directory.me.role).toBe('editor');
    await expect(users.setRole(ben, 'viewer')).rejects.toThrow('user.last_admin');
    await expect(users.setDisabled(ben, true)).rejects.toThrow('user.last_admin');
    await expect(users.remove(ben)).rejects.toThrow('user.last_admin');
    await expect(users.setRole('nobody', 'viewer')).rejects.toThrow('user.not_found');
  });

  it('does not count a disabled admin', async () => {
    const { users, directory } = await unlocked();
    const ben = idOf(await users.add('Ben', 'admin', BEN), 'Ben');
    await users.setDisabled(ben, true);
    await expect(users.setRole(directory.me.id, 'viewer')).rejects.toThrow('user.last_admin');
  });

  it('cannot end the own access', async () => {
    const { users, directory } = await unlocked();
    const me = directory.me.id;
    await users.add('Ben', 'admin', BEN);
    await expect(users.remove(me)).rejects.toThrow('user.yourself');
    expect(() => users.setDisabled(me, true)).toThrow('user.yourself');
    await expect(users.resetPassphrase(me, BEN)).rejects.toThrow('user.yourself');
  });

  it('disables a user, for whom the key is no longer sealed, and enables the same slots', async () => {
    const admin = await unlocked();
    const ben = idOf(await admin.users.add('Ben', 'viewer', BEN), 'Ben');
    await admin.users.setDisabled(ben, true);
    expect((await slotsOf(admin.workspace)).keys[0]?.sealed).not.toHaveProperty(ben);
    expect((await admin.workspace.inspect())?.users.map(({ name }) => name)).toEqual(['Admin']);
    await expect(unlock(admin.workspace, BEN, 'Ben')).rejects.toThrow('workspace.user_disabled');
    await admin.users.setDisabled(ben, false);
    await close(await unlock(admin.workspace, BEN, 'Ben'));
  });

  it('removes a user with all slots, and records each of it', async () => {
    const admin = await unlocked();
    const ben = idOf(await admin.users.add('Ben', 'viewer', BEN), 'Ben');
    await admin.users.remove(ben);
    expect((await slotsOf(admin.workspace)).users).toHaveLength(1);
    expect(await admin.audit()).toEqual([
      ['Admin', 'user.added', 'Ben'],
      ['Admin', 'user.removed', 'Ben'],
    ]);
  });

  it('gives a user who forgot the passphrase a new one, and the old ways in end', async () => {
    const admin = await unlocked();
    const ben = idOf(await admin.users.add('Ben', 'viewer', BEN), 'Ben');
    await admin.opened.store.destroy();
    const before = await unlocked(admin.folder, BEN, 'Ben');
    const code = await before.access.makeRecoveryCode(BEN);
    await before.access.setKeystore(BEN, true);
    await before.opened.store.destroy();

    const again = await unlocked(admin.folder);
    const views = await again.users.resetPassphrase(ben, NEXT);
    expect(views[1]).toMatchObject({
      name: 'Ben',
      passphraseIsTemporary: true,
      recoveryCode: false,
      keystore: false,
    });
    const { workspace } = again;
    await expect(unlock(workspace, BEN, 'Ben')).rejects.toThrow('workspace.wrong_passphrase');
    await expect(unlockBy(workspace, { kind: 'recovery', secret: code }, 'Ben')).rejects.toThrow(
      'workspace.wrong_recovery_code',
    );
    await close(await unlock(workspace, NEXT, 'Ben'));
  });

  it('changes nothing at all when the slot file cannot be written', async () => {
    const { users, workspace, audit } = await unlocked();
    const before = await slotsOf(workspace);
    const blocked = join(workspace.path, 'workspace.json.part');
    mkdirSync(blocked);
    await expect(users.add('Ben', 'viewer', BEN)).rejects.toThrow();
    rmSync(blocked, { recursive: true });
    expect(await users.list()).toHaveLength(1);
    expect(await slotsOf(workspace)).toEqual(before);
    expect(await audit()).toEqual([]);
  });

  it('changes nothing at all when the database cannot be written', async () => {
    const { users, workspace, opened } = await unlocked();
    const before = await slotsOf(workspace);
    // Objects only when the transaction ends: after the slot file was written.
    await sql`create table spoiler (
      user text references users (id) deferrable initially deferred
    )`.execute(opened.store);
    const views = await users.add('Ben', 'viewer', BEN);
    const added = await slotsOf(workspace);
    expect(added).not.toEqual(before);
    await sql`insert into spoiler values (${idOf(views, 'Ben')})`.execute(opened.store);
    await expect(users.remove(idOf(views, 'Ben'))).rejects.toThrow('FOREIGN KEY');
    expect(await slotsOf(workspace)).toEqual(added);
    expect(await users.list()).toHaveLength(2);
  });
});

describe('a user', () => {
  it('needs the passphrase for every change of the own ways in', async () => {
    const { access } = await unlocked();
    const wrong = 'not the passphrase';
    for (const change of [
      () => access.changePassphrase(wrong, NEXT),
      () => access.setKeystore(wrong, true),
      () => access.setKeystore(wrong, false),
      () => access.makeRecoveryCode(wrong),
    ]) {
      await expect(change()).rejects.toThrow('workspace.wrong_passphrase');
    }
  });

  it('touches one slot with a new passphrase', async () => {
    const { access, workspace, audit } = await unlocked();
    const [before] = (await slotsOf(workspace)).users;
    await access.changePassphrase(PASSPHRASE, NEXT);
    const [after] = (await slotsOf(workspace)).users;
    expect(after?.passphrase).not.toEqual(before?.passphrase);
    expect({ ...after, passphrase: null }).toEqual({ ...before, passphrase: null });
    expect(await audit()).toEqual([['Admin', 'user.passphrase_changed', 'Admin']]);
  });

  it('uses the key store, and stops using it', async () => {
    const { access, keystore, workspace, audit } = await unlocked();
    expect(await access.setKeystore(PASSPHRASE, true)).toMatchObject({ keystore: true });
    await close(await unlockBy(workspace, { kind: 'keystore', keystore }));
    expect(await access.setKeystore(PASSPHRASE, false)).toMatchObject({ keystore: false });
    await expect(unlockBy(workspace, { kind: 'keystore', keystore })).rejects.toThrow(
      'workspace.keystore_unavailable',
    );
    expect((await audit()).map(([, action]) => action)).toEqual([
      'user.keystore_enabled',
      'user.keystore_disabled',
    ]);
  });

  it('gets a new recovery code that ends the old one, and one that was used ends too', async () => {
    const { access, workspace } = await unlocked();
    const first = await access.makeRecoveryCode(PASSPHRASE);
    const second = await access.makeRecoveryCode(PASSPHRASE);
    const opens = (secret: string) => unlockBy(workspace, { kind: 'recovery', secret });
    await expect(opens(first)).rejects.toThrow('workspace.wrong_recovery_code');
    const third = await access.recover(second, NEXT);
    await expect(opens(second)).rejects.toThrow('workspace.wrong_recovery_code');
    await close(await opens(third));
    await close(await unlock(workspace, NEXT));
  });
});
