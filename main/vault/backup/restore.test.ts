import { cpSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { bundledWorker } from '../../../tests/support/bundle';
import { type Desk, lockAtEnd, openDesk } from '../../../tests/support/desk';
import { bytesIn, filesIn, sharedFolder, temporaryFolder } from '../../../tests/support/folder';
import { DAY_MS, NOW_MS } from '../../../tests/support/now';
import { insertRows, participation } from '../../../tests/support/store';
import { newWorkspace, PASSPHRASE, workspaceIn } from '../../../tests/support/workspace';
import { openConnection } from '../../foundation/store/connection';

const ROWS = 400;
const table = 'participations' as const;

const worker = await bundledWorker();
const template = sharedFolder();
const key = Buffer.alloc(32);
let userId = '';
let recoveryCode = '';

/** Half of the rows live for 60 days, the other half for 10. */
beforeAll(async () => {
  const created = await workspaceIn(template).create(newWorkspace());
  const { opened } = created;
  recoveryCode = created.recoveryCode;
  key.set(opened.key);
  userId = opened.user.id;
  await opened.store.destroy();
  const connection = openConnection({ file: join(template, 'workspace/vault.db'), key });
  const rows = Array.from({ length: ROWS }, (_, index) =>
    participation({ expires_at: NOW_MS + (index % 2 === 0 ? 60 : 10) * DAY_MS }),
  );
  insertRows({ connection }, table, rows);
  connection.close();
});

function deskOn(folder: string, nowMs = NOW_MS): Desk {
  const desk = openDesk(folder, worker);
  desk.nowMs = nowMs;
  lockAtEnd(desk);
  return desk;
}

function copiedDesk() {
  const folder = temporaryFolder();
  cpSync(template, folder, { recursive: true });
  return { desk: deskOn(folder), folder, database: join(folder, 'workspace/vault.db') };
}

const unlock = (desk: Desk) => desk.call('workspace.unlock', { userId, passphrase: PASSPHRASE });

async function savedBackup(): Promise<string> {
  const { desk } = copiedDesk();
  const file = join(temporaryFolder(), 'Marketing.chatvault-backup');
  desk.chooseFile = async () => file;
  await unlock(desk);
  expect(await desk.get('backup.save', undefined)).toMatchObject({ outcome: 'saved' });
  await desk.get('workspace.lock', undefined);
  return file;
}

/** Damage that is found when the page is read, not when the file is opened. */
/** In a page that nothing reads while a workspace is opened. */
function flip(database: string): void {
  const connection = openConnection({ file: database, key });
  const page = connection
    .prepare(`select rootpage from sqlite_schema where name = 'winners_email_key'`)
    .pluck()
    .get() as number;
  connection.close();
  const bytes = readFileSync(database);
  const offset = (page - 1) * 4096 + 99;
  bytes.writeUInt8(bytes.readUInt8(offset) ^ 1, offset);
  writeFileSync(database, bytes);
}

const rowsIn = (database: string): number => {
  const connection = openConnection({ file: database, key });
  const rows = connection.prepare(`select count(*) from ${table}`).pluck().get() as number;
  connection.close();
  return rows;
};

describe('a restore', () => {
  it('brings another machine the workspace, swept before it is unlocked', async () => {
    const file = await savedBackup();
    const machine = temporaryFolder();
    const desk = deskOn(machine, NOW_MS + 20 * DAY_MS);
    desk.chooseSource.backup = async () => file;
    expect(await desk.get('backup.restore', undefined)).toMatchObject({
      outcome: 'restored',
      status: { state: 'locked', name: 'Marketing', users: [{ id: userId }] },
    });
    expect(await unlock(desk)).toMatchObject({ ok: true, value: { state: 'unlocked' } });
    // Counted in the file: what reads hide does not help here.
    const counted = rowsIn(join(machine, 'workspace/vault.db'));
    expect(counted).toBe(ROWS / 2);
    const { entries } = await desk.get('audit.page', { limit: 10 });
    expect(entries.map(({ action }) => action)).toContain('workspace.restored');
    expect(await desk.get('audit.verify', undefined)).toMatchObject({ intact: true });
  });

  it('asks about a clock that is far ahead before it deletes anything', async () => {
    const file = await savedBackup();
    const machine = temporaryFolder();
    const desk = deskOn(machine, NOW_MS + 40 * DAY_MS);
    desk.chooseSource.backup = async () => file;
    await desk.get('backup.restore', undefined);
    await unlock(desk);
    const database = join(machine, 'workspace/vault.db');
    expect(rowsIn(database)).toBe(ROWS);
    expect(await desk.get('retention.status', undefined)).toMatchObject({ clockJumpDays: 39 });
    const actions = async () =>
      (await desk.get('audit.page', { limit: 20 })).entries.map(({ action }) => action);
    expect(await actions()).toContain('workspace.restored');
    expect(await actions()).not.toContain('retention.clock_jump_confirmed');
    await desk.get('retention.confirmClock', undefined);
    await desk.get('retention.sweep', undefined);
    expect(rowsIn(database)).toBe(ROWS / 2);
  });

  it('is told once', async () => {
    const file = await savedBackup();
    const desk = deskOn(temporaryFolder());
    desk.chooseSource.backup = async () => file;
    await desk.get('backup.restore', undefined);
    for (let times = 0; times < 2; times++) {
      await unlock(desk);
      const { entries } = await desk.get('audit.page', { limit: 20 });
      expect(entries.filter(({ action }) => action === 'workspace.restored')).toHaveLength(1);
      await desk.get('workspace.lock', undefined);
    }
  });

  it('can be followed by another one until somebody has unlocked what it brought', async () => {
    const file = await savedBackup();
    const machine = temporaryFolder();
    const desk = deskOn(machine);
    desk.chooseSource.backup = async () => file;
    for (let times = 0; times < 2; times++) {
      expect(await desk.get('backup.restore', undefined)).toMatchObject({
        outcome: 'restored',
        status: { state: 'locked', justRestored: true },
      });
    }
    await unlock(desk);
    expect(await desk.get('workspace.lock', undefined)).toMatchObject({ justRestored: false });
    expect(await desk.call('backup.restore', undefined)).toMatchObject({
      error: { code: 'backup.workspace_exists' },
    });
  });

  it('opens with a recovery code, too, and is swept then as well', async () => {
    const file = await savedBackup();
    const machine = temporaryFolder();
    const desk = deskOn(machine, NOW_MS + 20 * DAY_MS);
    desk.chooseSource.backup = async () => file;
    await desk.get('backup.restore', undefined);
    const recovered = { userId, code: recoveryCode, passphrase: 'quite another passphrase' };
    expect(await desk.call('workspace.recover', recovered)).toMatchObject({ ok: true });
    expect(rowsIn(join(machine, 'workspace/vault.db'))).toBe(ROWS / 2);
  });

  it('is refused where a workspace works, locked or not, without a dialog', async () => {
    const { desk, folder } = copiedDesk();
    desk.chooseSource.backup = async () => expect.unreachable('There is nothing to choose.');
    const before = bytesIn(folder);
    const refused = { ok: false, error: { code: 'backup.workspace_exists' } };
    expect(await desk.call('backup.restore', undefined)).toMatchObject(refused);
    expect(bytesIn(folder)).toEqual(before);
    await unlock(desk);
    expect(await desk.call('backup.restore', undefined)).toMatchObject(refused);
  });

  it('changes nothing when no file is chosen', async () => {
    const machine = temporaryFolder();
    const desk = deskOn(machine);
    expect(await desk.get('backup.restore', undefined)).toEqual({ outcome: 'dismissed' });
    expect(filesIn(machine)).toEqual([]);
  });
});

describe('damage', () => {
  const damaged = { ok: false, error: { code: 'workspace.database_damaged' } };

  it('is told apart from a wrong passphrase, and is what a restore is for', async () => {
    const file = await savedBackup();
    const { desk, database, folder } = copiedDesk();
    truncateSync(database, 20_000);
    const wrong = await desk.call('workspace.unlock', { userId, passphrase: 'not this one' });
    expect(wrong).toMatchObject({ error: { code: 'workspace.wrong_passphrase' } });
    expect(await unlock(desk)).toMatchObject(damaged);
    expect(desk.events.at(-1)?.payload).toMatchObject({
      state: 'damaged',
      problem: 'workspace.database_damaged',
    });
    desk.chooseSource.backup = async () => file;
    expect(await desk.get('backup.restore', undefined)).toMatchObject({ outcome: 'restored' });
    expect(await unlock(desk)).toMatchObject({ ok: true });
    const tables = await desk.get('data.tables', undefined);
    expect(tables.find(({ name }) => name === table)).toMatchObject({ rows: ROWS });
    const kept = filesIn(folder).filter((each) => each.startsWith('workspace.damaged-'));
    expect(kept.map((each) => each.split('/')[1])).toContain('vault.db');
  });

  it('in a page is found at unlock after a crash', async () => {
    const { desk, database } = copiedDesk();
    flip(database);
    writeFileSync(`${database}-wal`, '');
    expect(await unlock(desk)).toMatchObject(damaged);
    // And again, although SQLite has removed the sign of the crash by now.
    expect(await desk.get('workspace.status', undefined)).toMatchObject({ state: 'locked' });
    expect(await unlock(desk)).toMatchObject(damaged);
  });

  it('does not follow from a crash', async () => {
    const { desk, database } = copiedDesk();
    writeFileSync(`${database}-wal`, '');
    expect(await unlock(desk)).toMatchObject({ ok: true });
  });

  it('in a page is found on demand, and from then on keeps the workspace locked', async () => {
    const { desk, database } = copiedDesk();
    await unlock(desk);
    expect(await desk.get('backup.checkIntegrity', undefined)).toMatchObject({ intact: true });
    await desk.get('workspace.lock', undefined);
    flip(database);
    expect(await unlock(desk)).toMatchObject({ ok: true });
    expect(await desk.get('backup.checkIntegrity', undefined)).toMatchObject({ intact: false });
    await desk.get('workspace.lock', undefined);
    expect(await unlock(desk)).toMatchObject(damaged);
  });
});

describe('what somebody without the key puts beside the database', () => {
  it.each(['x', '9e99'])(
    'a file “restored” with %j in it deletes nothing, whatever the clock says',
    async (content) => {
      const { desk, folder, database } = copiedDesk();
      await unlock(desk);
      await desk.get('workspace.lock', undefined);
      writeFileSync(join(folder, 'workspace/restored'), content);
      desk.nowMs = NOW_MS + 4_000 * DAY_MS;
      expect(await unlock(desk)).toMatchObject({ ok: true });
      expect(rowsIn(database)).toBe(ROWS);
      const { entries } = await desk.get('audit.page', { limit: 50 });
      const actions = entries.map(({ action }) => action);
      expect(actions).not.toContain('workspace.restored');
      expect(actions).not.toContain('audit.pruned');
      expect(await desk.get('retention.status', undefined)).toMatchObject({ clockJumpDays: 3_999 });
    },
  );

  it.each(['restored', 'damage-found', 'lock.db', 'attempts.json'])(
    'a folder or noise named “%s” leads to a check at most, or is refused in a sentence',
    async (name) => {
      const noise = copiedDesk();
      writeFileSync(join(noise.folder, 'workspace', name), Buffer.alloc(5_000, 0x9e));
      expect(await unlock(noise.desk)).toMatchObject({ ok: true });
      const { desk, folder } = copiedDesk();
      mkdirSync(join(folder, 'workspace', name));
      const found = await unlock(desk);
      if (name === 'lock.db')
        expect(found).toMatchObject({ error: { code: 'workspace.folder_not_writable' } });
      else expect(found).toMatchObject({ ok: true });
    },
  );
});

describe('what cannot be read in a workspace', () => {
  it.each(['backup_of', 'clock_last_seen'])(
    'is said, and another backup can take its place: %s',
    async (setting) => {
      const file = await savedBackup();
      const { desk, database } = copiedDesk();
      const connection = openConnection({ file: database, key });
      connection
        .prepare('insert or replace into settings (key, value) values (?, ?)')
        .run(setting, '9e15');
      connection.close();
      expect(await unlock(desk)).toMatchObject({ error: { code: 'workspace.unreadable' } });
      expect(desk.events.at(-1)?.payload).toMatchObject({
        state: 'damaged',
        problem: 'workspace.unreadable',
      });
      desk.chooseSource.backup = async () => file;
      expect(await desk.get('backup.restore', undefined)).toMatchObject({ outcome: 'restored' });
      expect(await unlock(desk)).toMatchObject({ ok: true });
    },
  );
});

describe('the last backup', () => {
  it('is remembered, and a second one at the same time is refused', async () => {
    const { desk } = copiedDesk();
    const target = temporaryFolder();
    let suggested = '';
    desk.chooseFile = async (name) => {
      suggested = name;
      expect(await desk.call('backup.save', undefined)).toMatchObject({
        error: { code: 'backup.busy' },
      });
      return join(target, name);
    };
    await unlock(desk);
    expect(await desk.get('backup.last', undefined)).toBeNull();
    await desk.get('backup.save', undefined);
    expect(suggested).toBe('Marketing-2026-07-15.chatvault-backup');
    expect(await desk.get('backup.last', undefined)).toMatchObject({ fileName: suggested });
    expect(filesIn(target)).toEqual([suggested]);
  });

  it('leaves nothing when it is cancelled', async () => {
    const { desk } = copiedDesk();
    const target = temporaryFolder();
    desk.chooseFile = async (name) => {
      await desk.get('backup.cancel', undefined);
      return join(target, name);
    };
    await unlock(desk);
    expect(await desk.get('backup.save', undefined)).toEqual({ outcome: 'cancelled' });
    expect(filesIn(target)).toEqual([]);
  });
});
