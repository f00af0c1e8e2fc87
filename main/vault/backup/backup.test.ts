import { createHash, randomBytes } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { TextReader, Uint8ArrayReader, ZipWriter } from '@zip.js/zip.js';
import { beforeAll, describe, expect, it } from 'vitest';
import type { BackupProgress } from '../../../preload/contract';
import { laneContext } from '../../../tests/support/context';
import { setReadOnly, smallDisk } from '../../../tests/support/disk';
import {
  bytesIn,
  filesHolding,
  filesIn,
  sharedFolder,
  temporaryFolder,
} from '../../../tests/support/folder';
import { NOW_MS } from '../../../tests/support/now';
import { insertRows, participation } from '../../../tests/support/store';
import { newWorkspace, PASSPHRASE, workspaceIn } from '../../../tests/support/workspace';
import type { LaneContext } from '../../foundation/operation/context';
import { openConnection } from '../../foundation/store/connection';
import { createStore, type Store } from '../../foundation/store/database';
import { readSetting } from '../../foundation/store/settings';
import { appendingTo } from '../../foundation/zip/zip-file';
import { readAuditPage } from '../audit/audit-entries';
import { openBackupFile } from './backup-file';
import { restoreBackup } from './restore-backup';
import { saveBackup } from './save-backup';

const ROWS = 3_000;
const OWNER = 'ann.zanzibar@example.com';

/** One workspace with rows for all tests, and a backup of it; making a key is slow on purpose. */
const template = sharedFolder();
const key = Buffer.alloc(32);
let userId = '';

beforeAll(async () => {
  const { opened } = await workspaceIn(template).create(newWorkspace());
  key.set(opened.key);
  userId = opened.user.id;
  await opened.store.destroy();
  const connection = openConnection({ file: join(template, 'workspace/vault.db'), key });
  const rows = Array.from({ length: ROWS }, () => participation({ email: OWNER }));
  insertRows({ connection }, 'participations', rows);
  connection.close();
});

/** A copy of the workspace, opened, and a folder for its backups. */
async function openSource(target = temporaryFolder(), folder = temporaryFolder()) {
  cpSync(template, folder, { recursive: true });
  const database = join(folder, 'workspace/vault.db');
  const store = createStore(openConnection({ file: database, key }));
  const file = join(target, 'Marketing.chatvault-backup');
  const progress: BackupProgress[] = [];
  const save = async (changes: Partial<LaneContext<BackupProgress>> = {}) => {
    const source = createStore(openConnection({ file: database, key }));
    try {
      const context = laneContext<BackupProgress>(source, undefined, {
        user: { name: 'Admin' },
        database: { databaseFile: database, key, nativeBinding: undefined },
        report: (each) => progress.push(each),
        ...changes,
      });
      return await saveBackup(context, { file: changes.file ?? file, appVersion: '1.2.3' });
    } finally {
      await source.destroy();
    }
  };
  return { folder, database, store, target, file, progress, save };
}

async function savedBackup() {
  const source = await openSource();
  await source.save();
  await source.store.destroy();
  return source.file;
}

async function emailsIn(folder: string): Promise<string[]> {
  const { store } = await workspaceIn(folder).open({
    userId,
    credential: { kind: 'passphrase', secret: PASSPHRASE },
    nowMs: NOW_MS,
    failedAttempts: 0,
  });
  const rows = await store.selectFrom('participations').select('email').execute();
  await store.destroy();
  return rows.map(({ email }) => String(email));
}

const insertOne = (store: Store) =>
  store
    .insertInto('participations')
    .values(participation() as never)
    .execute();

describe('a backup', () => {
  it('brings the workspace back on another machine, with its passphrase', async () => {
    const file = await savedBackup();
    const machine = temporaryFolder();
    await restoreBackup(file, join(machine, 'workspace'), NOW_MS);
    expect(await emailsIn(machine)).toHaveLength(ROWS);
    const database = join(machine, 'workspace/vault.db');
    const store = createStore(openConnection({ file: database, key }));
    expect(await readSetting(store, 'backup_of')).toBe(NOW_MS);
    await store.destroy();
  });

  it('is one file that says what it is and reads nothing to a stranger', async () => {
    const { file, target, save, store } = await openSource();
    const view = await save();
    await store.destroy();
    expect(filesIn(target)).toEqual(['Marketing.chatvault-backup']);
    expect(view).toMatchObject({ bytes: readFileSync(file).length, createdAt: NOW_MS });
    for (const secret of [OWNER, 'Hello World', 'SQLite format 3']) {
      expect(filesHolding(target, secret)).toEqual([]);
    }
  });

  it('is recorded in the workspace, without its path', async () => {
    const { store, target, save } = await openSource();
    const view = await save();
    const [newest] = await readAuditPage(store, { limit: 1 });
    expect(newest).toMatchObject({ action: 'workspace.backed_up', user: 'Admin' });
    expect(JSON.stringify(newest)).not.toContain(target);
    expect(await readSetting(store, 'last_backup')).toEqual(view);
    await store.destroy();
  });

  it('is of one moment while rows are written', async () => {
    const { store, file, save } = await openSource();
    let isSaving = true;
    const saving = save().finally(() => {
      isSaving = false;
    });
    let written = 0;
    for (; isSaving; written++) {
      await insertOne(store);
      // Every statement is synchronous: without it, nothing else would ever run.
      await setImmediate();
    }
    await saving;
    await store.destroy();
    const machine = temporaryFolder();
    await restoreBackup(file, join(machine, 'workspace'), NOW_MS);
    const restored = (await emailsIn(machine)).length;
    expect(restored).toBeGreaterThanOrEqual(ROWS);
    expect(restored).toBeLessThanOrEqual(ROWS + written);
  });

  it('tells how far it is', async () => {
    const { progress, save, store } = await openSource();
    await save();
    await store.destroy();
    expect([...new Set(progress.map(({ phase }) => phase))]).toEqual([
      'copying',
      'writing',
      'verifying',
    ]);
    expect(progress.every(({ bytes, totalBytes }) => bytes <= totalBytes)).toBe(true);
  });

  it.each(['copying', 'writing', 'verifying'] as const)(
    'leaves nothing when it is cancelled while %s',
    async (phase) => {
      const { target, save, store } = await openSource();
      const controller = new AbortController();
      const report = (progress: BackupProgress) => {
        if (progress.phase === phase) controller.abort();
      };
      await expect(save({ signal: controller.signal, report })).rejects.toThrow();
      expect(filesIn(target)).toEqual([]);
      expect(await readSetting(store, 'last_backup')).toBeNull();
      await store.destroy();
    },
  );

  it('keeps the older file of that name when it fails', async () => {
    const { file, target, save, store } = await openSource();
    writeFileSync(file, 'older');
    await expect(save({ signal: AbortSignal.abort() })).rejects.toThrow();
    expect(readFileSync(file, 'utf8')).toBe('older');
    expect(filesIn(target)).toHaveLength(1);
    await store.destroy();
  });

  for (const kilobytes of [100, 1_000, 1_500]) {
    it(`says that the disk is full (${kilobytes} kB)`, async (context) => {
      const { save, target, store } = await openSource(smallDisk(context, kilobytes));
      await expect(save()).rejects.toMatchObject({ code: 'export.disk_full' });
      expect(filesIn(target)).toEqual([]);
      await store.destroy();
    });
  }

  it('says that the folder cannot be written to', async (context) => {
    const target = smallDisk(context, 1_000);
    const { save, store } = await openSource(target);
    setReadOnly(target, true);
    await expect(save()).rejects.toMatchObject({ code: 'export.folder_not_writable' });
    await store.destroy();
  });

  it('says that the folder is gone', async () => {
    const { save, store, target } = await openSource();
    const file = join(target, 'gone', 'x.chatvault-backup');
    await expect(save({ file })).rejects.toMatchObject({ code: 'export.folder_missing' });
    await store.destroy();
  });

  it('is not made of a damaged database', async () => {
    const { database, save, store, target } = await openSource();
    await store.destroy();
    flip(database, 20 * 4096 + 99);
    await expect(save()).rejects.toMatchObject({ code: 'workspace.database_damaged' });
    expect(filesIn(target)).toEqual([]);
  });
});

describe('restoring', () => {
  let backup = '';
  const kept = sharedFolder();
  const keptSource = sharedFolder();
  beforeAll(async () => {
    const source = await openSource(kept, keptSource);
    await source.save();
    await source.store.destroy();
    backup = source.file;
  });

  const attempt = async (file: string) => {
    const machine = temporaryFolder();
    const outcome = await restoreBackup(file, join(machine, 'workspace'), NOW_MS).then(
      () => 'restored',
      (error: unknown) => (error as { code: string }).code,
    );
    if (outcome !== 'restored') expect(filesIn(machine)).toEqual([]);
    return outcome;
  };

  const changed = (change: (bytes: Buffer) => Buffer): string => {
    const file = join(temporaryFolder(), 'changed.chatvault-backup');
    writeFileSync(file, change(Buffer.from(readFileSync(backup))));
    return file;
  };

  it.each([
    ['nothing', () => Buffer.alloc(0)],
    ['noise', () => randomBytes(100_000)],
    ['text', () => Buffer.from('PK, but not a zip at all. '.repeat(100))],
    ['a database', () => readFileSync(join(template, 'workspace/vault.db'))],
  ])('refuses %s', async (_, content) => {
    expect(await attempt(changed(content))).toBe('backup.not_a_backup');
  });

  it('refuses a folder, and a file that is gone', async () => {
    expect(await attempt(temporaryFolder())).toBe('backup.not_a_backup');
    expect(await attempt(join(temporaryFolder(), 'gone'))).toBe('backup.not_a_backup');
  });

  it('refuses a backup that was cut off, wherever', async () => {
    const { length } = readFileSync(backup);
    for (const bytes of [60, 5_000, length >> 1, length - 1_000, length - 30, length - 1]) {
      expect(await attempt(changed((all) => all.subarray(0, bytes)))).toBe('backup.damaged');
    }
  });

  it('refuses a backup in which one byte has flipped in its database or keys', async () => {
    const { length } = readFileSync(backup);
    for (const offset of [100, 5_000, length >> 2, length >> 1, length - 3_000]) {
      const file = changed((all) => {
        all.writeUInt8(all.readUInt8(offset) ^ 1, offset);
        return all;
      });
      expect(await attempt(file)).toBe('backup.damaged');
    }
  });

  it('refuses a zip whose directory claims to be huge, without reading it', async () => {
    const file = changed((all) => {
      const end = all.lastIndexOf(Buffer.from('PK\x06\x06', 'latin1'));
      all.writeBigUInt64LE(BigInt(all.length) * 1_000n, end + 40);
      all.writeBigUInt64LE(0n, end + 48);
      return all;
    });
    expect(await attempt(file)).toBe('backup.damaged');
  });

  it.each([
    ['parts are missing', { slots: 'x' }],
    ['the manifest is no JSON', { slots: 'x', database: 'x', manifest: '[[' }],
    ['names lead out of the folder', { slots: 'x', more: ['../../evil', '/evil', 'a\\..\\evil'] }],
    ['the hashes are others', { slots: '{}', database: 'x', manifest: manifest() }],
  ])('refuses a zip in which %s', async (_, parts) => {
    expect(await attempt(await forged(parts))).toBe('backup.damaged');
  });

  it('refuses a zip whose parts unfold, although all of them match', async () => {
    const slots = readFileSync(join(template, 'workspace/workspace.json'), 'utf8');
    const database = '0'.repeat(1_000_000);
    const { workspaceId } = JSON.parse(slots);
    const sha256 = { 'workspace.json': sha256Of(slots), 'vault.db': sha256Of(database) };
    const parts = { slots, database, manifest: manifest({ workspaceId, sha256 }) };
    expect(await attempt(await forged(parts))).toBe('restored');
    expect(await attempt(await forged({ ...parts, level: 6 }))).toBe('backup.damaged');
  });

  it.each([9e15, -1, 1.5, 1e300, '2026', null])(
    'refuses a manifest made at %j',
    async (createdAt) => {
      const slots = readFileSync(join(template, 'workspace/workspace.json'), 'utf8');
      const { workspaceId } = JSON.parse(slots);
      const sha256 = { 'workspace.json': sha256Of(slots), 'vault.db': sha256Of('x') };
      const parts = {
        slots,
        database: 'x',
        manifest: manifest({ workspaceId, sha256, createdAt }),
      };
      expect(await attempt(await forged(parts))).toBe('backup.damaged');
    },
  );

  it('believes nothing of the manifest: an altered date changes nothing', async () => {
    const source = await openSource();
    await source.save();
    await source.store.destroy();
    const handle = await open(source.file, 'r');
    const { slots, readDatabase } = await openBackupFile(handle);
    const chunks: Uint8Array[] = [];
    const into = new WritableStream<Uint8Array>({ write: (chunk) => void chunks.push(chunk) });
    await readDatabase(into, new AbortController().signal, () => undefined);
    await handle.close();
    const database = Buffer.concat(chunks);
    const sha256 = {
      'workspace.json': sha256Of(slots),
      'vault.db': createHash('sha256').update(database).digest('hex'),
    };
    const { workspaceId } = JSON.parse(slots);
    const lying = manifest({ workspaceId, sha256, createdAt: 0, appVersion: 'a lie' });
    const machine = temporaryFolder();
    await restoreBackup(
      await forged({ slots, database, manifest: lying }),
      join(machine, 'workspace'),
      NOW_MS,
    );
    const store = createStore(openConnection({ file: join(machine, 'workspace/vault.db'), key }));
    expect(await readSetting(store, 'backup_of')).toBe(NOW_MS);
    await store.destroy();
  });

  it('refuses the backup of a newer version as such', async () => {
    const file = await forged({ slots: '{}', database: 'x', manifest: manifest({ version: 2 }) });
    expect(await attempt(file)).toBe('workspace.newer_version');
  });

  it('keeps what was there under another name', async () => {
    const machine = temporaryFolder();
    const folder = join(machine, 'workspace');
    mkdirSync(folder);
    writeFileSync(join(folder, 'vault.db'), 'damaged');
    const before = bytesIn(folder);
    await restoreBackup(backup, folder, NOW_MS);
    expect(await emailsIn(machine)).toHaveLength(ROWS);
    expect(bytesIn(join(machine, 'workspace.damaged-20260715100000'))).toEqual(before);
  });

  it('takes the place of an empty folder, and of a half-built one', async () => {
    const machine = temporaryFolder();
    mkdirSync(join(machine, 'workspace'));
    mkdirSync(join(machine, 'workspace.restoring'));
    writeFileSync(join(machine, 'workspace.restoring/vault.db'), 'half');
    await restoreBackup(backup, join(machine, 'workspace'), NOW_MS);
    expect(filesIn(machine)).toEqual(['workspace/vault.db', 'workspace/workspace.json']);
  });

  it('leaves everything as it was when the disk is full', async (context) => {
    const machine = smallDisk(context, 600);
    mkdirSync(join(machine, 'workspace'));
    writeFileSync(join(machine, 'workspace/vault.db'), 'damaged');
    const restoring = restoreBackup(backup, join(machine, 'workspace'), NOW_MS);
    await expect(restoring).rejects.toMatchObject({ code: 'workspace.disk_full' });
    expect(filesIn(machine)).toEqual(['workspace/vault.db']);
  });

  it('says that the folder cannot be written to', async (context) => {
    const machine = smallDisk(context, 600);
    setReadOnly(machine, true);
    const restoring = restoreBackup(backup, join(machine, 'workspace'), NOW_MS);
    await expect(restoring).rejects.toMatchObject({ code: 'workspace.folder_not_writable' });
  });
});

function flip(file: string, offset: number): void {
  const bytes = readFileSync(file);
  bytes.writeUInt8(bytes.readUInt8(offset) ^ 1, offset);
  writeFileSync(file, bytes);
}

const sha256Of = (text: string): string => createHash('sha256').update(text).digest('hex');

function manifest(changes: object = {}): string {
  return JSON.stringify({
    format: 'chatvault-backup',
    version: 1,
    workspaceId: '00000000-0000-4000-8000-000000000000',
    createdAt: NOW_MS,
    appVersion: '1.2.3',
    sha256: { 'workspace.json': '0'.repeat(64), 'vault.db': '0'.repeat(64) },
    ...changes,
  });
}

interface Forged {
  slots: string;
  database?: string | Uint8Array;
  manifest?: string;
  level?: number;
  more?: string[];
}

/** A zip as somebody else might make it. */
async function forged({ slots, database, manifest, level = 0, more = [] }: Forged) {
  const file = join(temporaryFolder(), 'forged.chatvault-backup');
  const handle = await open(file, 'wx');
  const zip = new ZipWriter(appendingTo(handle), { level: 0 });
  const parts = { 'workspace.json': slots, 'vault.db': database, 'manifest.json': manifest };
  for (const [name, text] of Object.entries(parts)) {
    if (text === undefined) continue;
    const reader = typeof text === 'string' ? new TextReader(text) : new Uint8ArrayReader(text);
    await zip.add(name, reader, { level });
  }
  for (const name of more) await zip.add(name, new TextReader('evil'));
  await zip.close();
  await handle.close();
  return file;
}
