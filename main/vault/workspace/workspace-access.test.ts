import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { bundledWorker } from '../../../tests/support/bundle';
import {
  type Desk,
  lockAtEnd,
  openDesk,
  unlockDesk,
  unlockedDesks,
  userIdOf,
} from '../../../tests/support/desk';
import { filesIn, temporaryFolder } from '../../../tests/support/folder';
import { openTestStore } from '../../../tests/support/store';
import { PASSPHRASE } from '../../../tests/support/workspace';
import {
  rememberUnfinished,
  removeUnfinished,
  unfinishedBeside,
} from '../../foundation/files/unfinished-files';
import { FolderLock, lockFileIn } from '../../foundation/store/folder-lock';

const NEXT = 'another passphrase altogether';
const WRONG = 'not the right passphrase';
const worker = await bundledWorker();
const unlockedDesk = unlockedDesks(worker);
const posix = it.skipIf(process.platform === 'win32');

/** A second program's user-data folder, whose workspace is a link to the first one's. */
function linkedDesk(folder: string): Desk {
  const other = temporaryFolder();
  symlinkSync(join(folder, 'workspace'), join(other, 'workspace'), 'junction');
  const desk = openDesk(other, worker);
  lockAtEnd(desk);
  return desk;
}

describe('a second program on the same folder', () => {
  it('is refused in a sentence, by whatever path it comes, until the first one locks', async () => {
    const first = await unlockedDesk();
    const second = linkedDesk(first.folder);
    const unlocking = { userId: await userIdOf(second), passphrase: PASSPHRASE };
    const inUse = { error: { code: 'workspace.in_use' } };
    expect(await second.call('workspace.unlock', unlocking)).toMatchObject(inUse);
    expect(await second.call('workspace.unlockWithKeystore', unlocking)).toMatchObject(inUse);
    await first.get('workspace.rotateKey', undefined);
    expect(await second.call('workspace.unlock', unlocking)).toMatchObject(inUse);
    await first.get('workspace.lock', undefined);
    await unlockDesk(second);
    expect(await first.call('workspace.unlock', unlocking)).toMatchObject(inUse);
  });

  it('may not put a backup in the place of what the first one has open', async () => {
    const first = await unlockedDesk();
    const other = temporaryFolder();
    // It sees a damaged workspace where the first one works.
    cpSync(join(first.folder, 'workspace'), join(other, 'workspace'), { recursive: true });
    writeFileSync(join(other, 'workspace/workspace.json'), 'damaged');
    const lock = FolderLock.take({ path: join(other, 'workspace'), nativeBinding: undefined });
    const second = openDesk(other, worker);
    second.chooseSource.backup = async () => join(other, 'any.chatvault-backup');
    expect(await second.call('backup.restore', undefined)).toMatchObject({
      error: { code: 'workspace.in_use' },
    });
    lock.release();
    expect(await second.call('backup.restore', undefined)).toMatchObject({
      error: { code: 'backup.not_a_backup' },
    });
  });

  it('that is killed leaves no lock behind', async () => {
    const place = { path: temporaryFolder(), nativeBinding: undefined };
    FolderLock.take(place).release();
    const driver = createRequire(import.meta.url).resolve('better-sqlite3-multiple-ciphers');
    const script = `
      const db = new (require(${JSON.stringify(driver)}))(${JSON.stringify(lockFileIn(place.path))});
      db.exec('begin exclusive');
      console.log('locked');
      setInterval(() => db.open, 1000);`;
    const other = spawn(process.execPath, ['-e', script]);
    onTestFinished(() => void other.kill('SIGKILL'));
    await once(other.stdout, 'data');
    expect(() => FolderLock.take(place)).toThrow('workspace.in_use');
    other.kill('SIGKILL');
    await once(other, 'exit');
    FolderLock.take(place).release();
  });
});

describe('who guesses a passphrase', () => {
  const refused = { error: { code: 'workspace.too_many_attempts', params: { seconds: 2 } } };

  it('at the unlock page has to wait, and the owner gets in after that', async () => {
    const desk = await unlockedDesk();
    const userId = await userIdOf(desk);
    await desk.get('workspace.lock', undefined);
    const wrong = { userId, passphrase: WRONG };
    for (let times = 0; times < 4; times++) {
      expect(await desk.call('workspace.unlock', wrong)).toMatchObject({
        error: { code: 'workspace.wrong_passphrase' },
      });
    }
    expect(await desk.call('workspace.unlock', wrong)).toMatchObject(refused);
    const restarted = openDesk(desk.folder, worker);
    expect(await restarted.call('workspace.unlock', wrong)).toMatchObject(refused);
    desk.waitedMs += 2_000;
    await unlockDesk(desk);
  });

  it('at a kiosk, or at an open window, has to wait as well', async () => {
    const desk = await unlockedDesk();
    const [experience] = await desk.get('experiences.list', undefined);
    const setup = { experienceId: experience?.id ?? '', language: 'en', idleSeconds: 60 } as const;
    const { revision } = await desk.get('experiences.get', { id: setup.experienceId });
    const publication = { experienceId: setup.experienceId, revision, name: '', note: '' };
    await desk.get('versions.publish', publication);
    await desk.get('kiosk.start', setup);
    const leave = () => desk.callFromKiosk('kiosk.leave', { passphrase: WRONG });
    for (let times = 0; times < 4; times++) {
      expect(await leave()).toMatchObject({ error: { code: 'workspace.wrong_passphrase' } });
    }
    for (let times = 0; times < 4; times++) {
      const guess = { current: WRONG, next: NEXT };
      expect(await desk.call('me.changePassphrase', guess)).toMatchObject({
        error: { code: 'workspace.wrong_passphrase' },
      });
    }
    expect(await leave()).toMatchObject(refused);
    expect(await desk.call('me.makeRecoveryCode', { passphrase: WRONG })).toMatchObject(refused);
  });
});

describe('a first passphrase from an administrator', () => {
  it('opens nothing before the user has replaced it by another one', async () => {
    const desk = await unlockedDesk();
    const added = { name: 'Ben', role: 'editor' as const, passphrase: NEXT };
    const ben = (await desk.get('users.add', added)).find(({ name }) => name === 'Ben');
    await desk.get('workspace.lock', undefined);
    await desk.get('workspace.unlock', { userId: ben?.id ?? '', passphrase: NEXT });
    const temporary = { error: { code: 'user.passphrase_temporary' } };
    expect(await desk.call('experiences.list', undefined)).toMatchObject(temporary);
    expect(await desk.call('me.makeRecoveryCode', { passphrase: NEXT })).toMatchObject(temporary);
    const same = { current: NEXT, next: NEXT };
    expect(await desk.call('me.changePassphrase', same)).toMatchObject({
      error: { code: 'user.passphrase_unchanged' },
    });
    await desk.get('me.changePassphrase', { current: NEXT, next: 'my very own passphrase' });
    expect(await desk.get('experiences.list', undefined)).toHaveLength(1);
  });
});

describe('the files of a workspace', () => {
  const modesIn = (folder: string) =>
    Object.fromEntries(
      filesIn(folder).map((file) => [
        file,
        (statSync(join(folder, file)).mode & 0o777).toString(8),
      ]),
    );

  posix('are their owner’s alone, at work, in a backup, restored and under a new key', async () => {
    const desk = await unlockedDesk();
    const folder = join(desk.folder, 'workspace');
    const backups = temporaryFolder();
    desk.chooseFile = async () => join(backups, 'a.chatvault-backup');
    await desk.get('backup.save', undefined);
    await desk.get('workspace.rotateKey', undefined);
    const expectPrivate = (where: string) => {
      const modes = modesIn(where);
      expect(Object.keys(modes)).not.toEqual([]);
      expect(new Set(Object.values(modes)), JSON.stringify(modes)).toEqual(new Set(['600']));
    };
    expectPrivate(folder);
    expectPrivate(backups);
    const machine = openDesk(temporaryFolder(), worker);
    lockAtEnd(machine);
    machine.chooseSource.backup = async () => join(backups, 'a.chatvault-backup');
    const { status } = (await machine.get('backup.restore', undefined)) as {
      status: { folder: string };
    };
    expectPrivate(status.folder);
    await unlockDesk(machine);
    expectPrivate(status.folder);
    expect((statSync(status.folder).mode & 0o777).toString(8)).toBe('700');
  });

  it('that SQLite kept beside a copy go with it after a crash', async () => {
    const { store } = await openTestStore();
    const copy = unfinishedBeside(join(temporaryFolder(), 'a'), '.db.part');
    for (const suffix of ['', '-journal', '-wal', '-shm']) writeFileSync(copy + suffix, 'half');
    await rememberUnfinished(store, copy);
    await removeUnfinished(store);
    expect(['', '-journal', '-wal', '-shm'].filter((each) => existsSync(copy + each))).toEqual([]);
  });
});
