import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { TABLE_NAMES } from '../../preload/contract';
import { extractWith7Zip, extractWithZipJs } from '../../tests/support/archive';
import { setReadOnly, smallDisk } from '../../tests/support/disk';
import { filesIn, temporaryFolder } from '../../tests/support/folder';
import { NOW_MS } from '../../tests/support/now';
import {
  insertRows,
  openTestStore,
  participation,
  type TestStore,
} from '../../tests/support/store';
import { readAuditPage } from '../audit/audit-entries';
import { DataRows } from '../store/data-rows';
import { columnNames } from '../store/tables';
import { type ExportRequest, exportTable } from './export-table';
import { oneTimePassword } from './password';

const password = oneTimePassword();
const HEADER =
  'created_at,email,firstname,lastname,street,house_number,zip,city,country,phone,experience_name,' +
  'giveaway_name,giveaway_id,experience_id,session_id,participation_id,channel,expires_at\r\n';

function request(changes: Partial<ExportRequest> & { file: string }): ExportRequest {
  return {
    actor: { name: 'Ann' },
    table: 'participations',
    nowMs: NOW_MS,
    password,
    signal: new AbortController().signal,
    report: () => undefined,
    ...changes,
  };
}

async function storeOf(rows: number): Promise<TestStore> {
  const test = await openTestStore();
  const people = Array.from({ length: rows }, (_, index) =>
    participation({ email: `p${index}@example.com` }),
  );
  if (rows > 0) insertRows(test, 'participations', people);
  return test;
}

/** Text that no compression makes small. */
const noise = (index: number): string => createHash('sha512').update(`${index}`).digest('base64');

describe('an export', () => {
  it('is in the audit log with its fingerprint, and without its path or its rows', async () => {
    const { store, folder } = await storeOf(2);
    const { sha256 } = await exportTable(store, request({ file: join(folder, 'export.zip') }));
    const [newest] = await readAuditPage(store, { limit: 1 });
    expect(newest).toMatchObject({ user: 'Ann', action: 'export.saved', at: NOW_MS });
    expect(newest?.details).toEqual({ table: 'participations', rows: 2, sha256 });
  });

  it('does not stay when the audit log cannot take it', async () => {
    const { store, connection, folder } = await storeOf(2);
    connection.exec(`create trigger deny before insert on audit_log
      begin select raise(abort, 'denied'); end`);
    const file = join(folder, 'export.zip');
    await expect(exportTable(store, request({ file }))).rejects.toThrow('denied');
    expect(existsSync(file)).toBe(false);
  });

  it('holds every row in a zip that 7-Zip and zip.js open', async () => {
    const { store } = await storeOf(2_500);
    const file = join(temporaryFolder(), 'export.zip');
    const { rows, bytes, sha256 } = await exportTable(store, request({ file }));
    expect(rows).toBe(2_500);
    const zip = readFileSync(file);
    expect({ bytes, sha256 }).toEqual({
      bytes: zip.length,
      sha256: createHash('sha256').update(zip).digest('hex'),
    });
    const csv = extractWith7Zip(file, password);
    expect(await (await extractWithZipJs(file, password)).text()).toBe(csv);
    expect(csv.startsWith(HEADER)).toBe(true);
    const { data } = Papa.parse<Record<string, string>>(csv, {
      header: true,
      skipEmptyLines: true,
    });
    expect(data.map(({ email }) => email)).toEqual(
      Array.from({ length: 2_500 }, (_, index) => `p${index}@example.com`),
    );
    expect(data[0]).toMatchObject({
      created_at: '2026-07-15T10:00:00.000Z',
      expires_at: '2026-09-13T10:00:00.000Z',
      firstname: '',
      giveaway_name: 'Summer raffle',
      channel: 'preview',
    });
  });

  it('of an empty table has its header and nothing else', async () => {
    const { store } = await storeOf(0);
    const file = join(temporaryFolder(), 'export.zip');
    expect(await exportTable(store, request({ file }))).toMatchObject({ rows: 0 });
    expect(extractWith7Zip(file, password)).toBe(HEADER);
  });

  it.each(TABLE_NAMES)('can be made of %s', async (table) => {
    const { store } = await storeOf(0);
    const file = join(temporaryFolder(), 'export.zip');
    await exportTable(store, request({ file, table }));
    expect(extractWith7Zip(file, password)).toBe(`${columnNames(table).join(',')}\r\n`);
    expect((await extractWithZipJs(file, password)).entry.filename).toBe(`${table}.csv`);
  });

  it('leaves out what has expired, swept or not', async () => {
    const test = await storeOf(1);
    insertRows(test, 'participations', [
      participation({ email: 'expired@example.com', expires_at: NOW_MS }),
      participation({ email: 'late@example.com', expires_at: NOW_MS + 1 }),
    ]);
    const file = join(temporaryFolder(), 'export.zip');
    expect(await exportTable(test.store, request({ file }))).toMatchObject({ rows: 2 });
    expect(extractWith7Zip(file, password)).not.toContain('expired@example.com');
  });

  it('keeps awkward texts as they are and makes formulas harmless', async () => {
    const test = await storeOf(0);
    const city = 'a "quoted", line\r\nbreak \u202E😀 \0';
    insertRows(test, 'participations', [participation({ city, zip: '=1+1', street: ' ＝cmd' })]);
    const file = join(temporaryFolder(), 'export.zip');
    await exportTable(test.store, request({ file }));
    const csv = await (await extractWithZipJs(file, password)).text();
    const { data } = Papa.parse<Record<string, string>>(csv, { header: true, newline: '\r\n' });
    expect(data[0]).toMatchObject({ city, zip: "'=1+1", street: "' ＝cmd" });
  });

  it('reports how far it is, and when it begins to verify', async () => {
    const { store } = await storeOf(2_500);
    const reports: string[] = [];
    await exportTable(
      store,
      request({
        file: join(temporaryFolder(), 'export.zip'),
        report: ({ phase, rows }) => reports.push(`${phase} ${rows}`),
      }),
    );
    expect(reports).toEqual([
      'writing 0',
      'writing 1000',
      'writing 2000',
      'writing 2500',
      'verifying 2500',
    ]);
  });

  it('replaces the file that the user agreed to replace', async () => {
    const { store } = await storeOf(1);
    const file = join(temporaryFolder(), 'export.zip');
    writeFileSync(file, 'last week');
    await exportTable(store, request({ file }));
    expect(extractWith7Zip(file, password)).toContain('p0@example.com');
  });
});

describe('an export that does not succeed', () => {
  /** Fails, leaves the old file as it was and no other, and the store in working order. */
  async function fails(test: TestStore, changes: Partial<ExportRequest>, code: string | RegExp) {
    const folder = temporaryFolder();
    const file = join(folder, 'export.zip');
    writeFileSync(file, 'last week');
    await expect(exportTable(test.store, request({ file, ...changes }))).rejects.toThrow(code);
    expect(filesIn(folder)).toEqual(['export.zip']);
    expect(readFileSync(file, 'utf8')).toBe('last week');
    expect(await new DataRows(test.store).count('participations', NOW_MS)).toBeGreaterThan(0);
  }

  it.each(['writing', 'verifying'] as const)(
    'because it is cancelled while %s leaves nothing',
    async (when) => {
      const test = await storeOf(5_000);
      const stop = new AbortController();
      const report: ExportRequest['report'] = ({ phase, rows }) => {
        if (phase === when && rows > 0) stop.abort();
      };
      await fails(test, { signal: stop.signal, report }, /abort/i);
    },
  );

  it('because it was cancelled before it began leaves nothing', async () => {
    await fails(await storeOf(1), { signal: AbortSignal.abort() }, /abort/i);
  });

  it('because a row cannot be read leaves nothing', async () => {
    const test = await storeOf(1_500);
    test.connection.exec(`update participations set created_at = 1e300 where id = 1200`);
    await fails(test, {}, 'Invalid time value');
  });

  it('because the folder is missing says so', async () => {
    const { store } = await storeOf(1);
    const file = join(temporaryFolder(), 'gone', 'export.zip');
    await expect(exportTable(store, request({ file }))).rejects.toThrow('export.folder_missing');
  });

  it('because a folder has the name says so, and leaves the folder', async () => {
    const { store } = await storeOf(1);
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'export.zip'));
    const exporting = exportTable(store, request({ file: join(folder, 'export.zip') }));
    await expect(exporting).rejects.toThrow('export.file_in_use');
    expect(filesIn(folder)).toEqual([]);
  });

  it('because the disk is full says so, and frees what it took', async (context) => {
    const folder = smallDisk(context, 256);
    const test = await openTestStore();
    const rows = Array.from({ length: 10_000 }, (_, index) =>
      participation({ city: noise(index) }),
    );
    insertRows(test, 'participations', rows);
    writeFileSync(join(folder, 'export.zip'), 'last week');
    const exporting = exportTable(test.store, request({ file: join(folder, 'export.zip') }));
    await expect(exporting).rejects.toThrow('export.disk_full');
    expect(filesIn(folder)).toEqual(['export.zip']);
    expect(readFileSync(join(folder, 'export.zip'), 'utf8')).toBe('last week');
    expect(await new DataRows(test.store).count('participations', NOW_MS)).toBe(10_000);
  });

  it('because the folder cannot be written says so', async (context) => {
    const folder = smallDisk(context, 256);
    const { store } = await storeOf(1);
    setReadOnly(folder, true);
    const exporting = exportTable(store, request({ file: join(folder, 'export.zip') }));
    await expect(exporting).rejects.toThrow('export.folder_not_writable');
  });

  it('because a byte on its way to the disk was altered is found out', async () => {
    const test = await storeOf(2_000);
    const folder = temporaryFolder();
    const file = join(folder, 'export.zip');
    const report: ExportRequest['report'] = ({ phase }) => {
      if (phase !== 'verifying') return;
      const [part = ''] = filesIn(folder);
      const bytes = readFileSync(join(folder, part));
      bytes[1_000] = (bytes[1_000] ?? 0) ^ 1;
      writeFileSync(join(folder, part), bytes);
    };
    const exporting = exportTable(test.store, request({ file, report }));
    await expect(exporting).rejects.toThrow('export.verification_failed');
    expect(filesIn(folder)).toEqual([]);
  });
});
