import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import Papa from 'papaparse';
import { describe, expect, it, vi } from 'vitest';
import {
  type ExportSelection,
  MAX_SELECTED_ROWS,
  PLAIN_CSV,
  TABLE_NAMES,
} from '../../../preload/contract';
import { bytesWith7Zip, extractWith7Zip, extractWithZipJs } from '../../../tests/support/archive';
import { setReadOnly, smallDisk } from '../../../tests/support/disk';
import { entryOf, exportTask, selectionOf } from '../../../tests/support/exports';
import { filesIn, temporaryFolder } from '../../../tests/support/folder';
import { NOW_MS } from '../../../tests/support/now';
import {
  insertRows,
  openAgain,
  openTestStore,
  participation,
  type TestStore,
} from '../../../tests/support/store';
import { DataRows } from '../../foundation/store/data-rows';
import type { Store } from '../../foundation/store/database';
import { columnNames, dataTables } from '../../foundation/store/tables';
import { readAuditPage } from '../../vault/audit/audit-entries';
import { oneTimePassword } from '../../vault/workspace/one-time-password';
import { exportTables } from './export-tables';
import { listExports } from './register';
import { RowSum } from './workbook-cells';
import type { FileRequest, Writing } from './write-export';

const password = oneTimePassword();
const CSV = 'participations.csv';
const HEADER =
  'created_at,email,firstname,lastname,street,house_number,zip,city,country,phone,experience_name,' +
  'giveaway_name,giveaway_id,experience_id,session_id,participation_id,channel,expires_at,' +
  'terms_name,terms_version,terms_hash,legal_version_id\r\n';

type Saving = Pick<FileRequest, 'file'> & Partial<FileRequest & Writing>;

function save(store: Store, { signal, report = () => undefined, ...request }: Saving) {
  const context = { store, nowMs: NOW_MS, signal: signal ?? new AbortController().signal, report };
  return exportTables(context, { ...exportTask(), password, ...request });
}

async function storeOf(rows: number): Promise<TestStore> {
  const test = await openTestStore();
  const people = Array.from({ length: rows }, (_, index) =>
    participation({ email: `p${index}@example.com` }),
  );
  if (rows > 0) insertRows(test, 'participations', people);
  return test;
}

const rowsOf = (file: string, name: string): Record<string, string>[] =>
  Papa.parse<Record<string, string>>(extractWith7Zip(file, password, name), {
    header: true,
    newline: '\r\n',
    skipEmptyLines: true,
  }).data;

const variable = (name: string, value: string) => {
  const { email, giveaway_name, giveaway_id, participation_id, ...common } = participation();
  return { ...common, name, value };
};

/** Text that no compression makes small. */
const noise = (index: number): string => createHash('sha512').update(`${index}`).digest('base64');

describe('an export', () => {
  it('is in the audit log with its fingerprint, and without its path or its rows', async () => {
    const { store, folder } = await storeOf(2);
    const { sha256 } = await save(store, { entry: entryOf(), file: join(folder, 'export.zip') });
    const [newest] = await readAuditPage(store, { limit: 1 });
    expect(newest).toMatchObject({ user: 'Ann', action: 'export.saved', at: NOW_MS });
    expect(newest?.details).toEqual({
      export: 'export-1',
      table: 'participations',
      level: 'full',
      rows: 2,
      sha256,
    });
  });

  it('holds every row in a zip that 7-Zip and zip.js open', async () => {
    const { store } = await storeOf(5_000);
    const file = join(temporaryFolder(), 'export.zip');
    const { rows, bytes, sha256 } = await save(store, { file });
    expect(rows).toBe(5_000);
    const zip = readFileSync(file);
    expect({ bytes, sha256 }).toEqual({
      bytes: zip.length,
      sha256: createHash('sha256').update(zip).digest('hex'),
    });
    const csv = extractWith7Zip(file, password, CSV);
    expect(await (await extractWithZipJs(file, password, CSV)).text()).toBe(csv);
    expect(csv.startsWith(HEADER)).toBe(true);
    const { data } = Papa.parse<Record<string, string>>(csv, {
      header: true,
      skipEmptyLines: true,
    });
    expect(data.map(({ email }) => email)).toEqual(
      Array.from({ length: 5_000 }, (_, index) => `p${index}@example.com`),
    );
    expect(data[0]).toMatchObject({
      created_at: '2026-07-15T10:00:00.000Z',
      expires_at: '2026-09-13T10:00:00.000Z',
      terms_name: '',
      terms_version: '',
      terms_hash: '',
      legal_version_id: '',
      firstname: '',
      giveaway_name: 'Summer raffle',
      channel: 'preview',
    });
  });

  it('of an empty table has its header and nothing else', async () => {
    const { store } = await storeOf(0);
    const file = join(temporaryFolder(), 'export.zip');
    expect(await save(store, { file })).toMatchObject({ rows: 0 });
    expect(extractWith7Zip(file, password, CSV)).toBe(HEADER);
  });

  it.each(TABLE_NAMES)('can be made of %s', async (table) => {
    const { store } = await storeOf(0);
    const file = join(temporaryFolder(), 'export.zip');
    await save(store, { file, selection: selectionOf({ tables: [table] }) });
    const csv = extractWith7Zip(file, password, `${table}.csv`);
    expect(csv).toBe(`${columnNames(table).join(',')}\r\n`);
  });

  it('leaves out what has expired, swept or not', async () => {
    const test = await storeOf(1);
    insertRows(test, 'participations', [
      participation({ email: 'expired@example.com', expires_at: NOW_MS }),
      participation({ email: 'late@example.com', expires_at: NOW_MS + 1 }),
    ]);
    const file = join(temporaryFolder(), 'export.zip');
    expect(await save(test.store, { file })).toMatchObject({ rows: 2 });
    expect(extractWith7Zip(file, password, CSV)).not.toContain('expired@example.com');
  });

  it('keeps awkward texts as they are and makes formulas harmless', async () => {
    const test = await storeOf(0);
    const city = 'a "quoted", line\r\nbreak \u202E😀 \0';
    insertRows(test, 'participations', [participation({ city, zip: '=1+1', street: ' ＝cmd' })]);
    const file = join(temporaryFolder(), 'export.zip');
    await save(test.store, { file });
    const csv = await (await extractWithZipJs(file, password, CSV)).text();
    const { data } = Papa.parse<Record<string, string>>(csv, { header: true, newline: '\r\n' });
    expect(data[0]).toMatchObject({ city, zip: "'=1+1", street: "' ＝cmd" });
  });

  it('of selected rows holds those that live, and of no other table what has the same id', async () => {
    const test = await storeOf(3);
    insertRows(test, 'participations', [
      participation({ email: 'kiosk@example.com', channel: 'kiosk' }),
      participation({ email: 'expired@example.com', expires_at: NOW_MS }),
    ]);
    insertRows(
      test,
      'variables',
      [1, 2, 3, 4].map(() => variable('email', 'other@example.com')),
    );
    const file = join(temporaryFolder(), 'export.zip');
    // The second, the one of a kiosk, one that has expired, one that never was.
    const filter = { includeIds: [2, 4, 5, 4_711] };
    const selection = selectionOf({ filter, channels: 'all' });
    expect(await save(test.store, { file, selection })).toMatchObject({ rows: 2 });
    expect(rowsOf(file, CSV).map(({ email }) => email)).toEqual([
      'p1@example.com',
      'kiosk@example.com',
    ]);
    expect(extractWith7Zip(file, password, CSV)).not.toContain('other@example.com');
  });

  it('of as many rows as can be selected holds each of them', async () => {
    const test = await storeOf(MAX_SELECTED_ROWS + 5);
    const includeIds = Array.from({ length: MAX_SELECTED_ROWS }, (_, index) => index + 1);
    const file = join(temporaryFolder(), 'export.zip');
    const selection = selectionOf({ filter: { includeIds }, channels: 'all' });
    expect(await save(test.store, { file, selection })).toMatchObject({ rows: MAX_SELECTED_ROWS });
  });

  it('of several tables has a file for each, and beside them what their columns mean', async () => {
    const test = await storeOf(2);
    insertRows(test, 'variables', [variable('email', 'ann@example.com')]);
    const file = join(temporaryFolder(), 'export.zip');
    const selection = selectionOf({ tables: ['participations', 'variables'], language: 'de' });
    expect(await save(test.store, { file, selection })).toMatchObject({ rows: 3 });
    expect(rowsOf(file, 'participations.csv')).toHaveLength(2);
    expect(rowsOf(file, 'variables.csv')).toMatchObject([{ value: 'ann@example.com' }]);
    const dictionary = rowsOf(file, 'data-dictionary.csv').filter(({ Spalte }) => Spalte !== '');
    const described = dictionary.map(({ Datei, Spalte }) => `${Datei} ${Spalte}`);
    expect(described).toEqual([
      ...columnNames('participations').map((column) => `participations.csv ${column}`),
      ...columnNames('variables').map((column) => `variables.csv ${column}`),
    ]);
    for (const { Bedeutung, Spalte } of dictionary) expect(Bedeutung).not.toBe(Spalte);
  });

  it('takes the rows of the filter, and those of the preview only when asked', async () => {
    const test = await storeOf(0);
    const people = ['ann', 'bob', 'cid'].map((name) => `${name}@example.com`);
    insertRows(test, 'participations', [
      participation({ email: people[0] ?? '', channel: 'kiosk' }),
      participation({ email: people[1] ?? '', channel: 'preview' }),
      participation({ email: people[2] ?? '', channel: 'kiosk', experience_id: 'other' }),
    ]);
    const emails = async (changes: Partial<ExportSelection>) => {
      const file = join(temporaryFolder(), 'export.zip');
      await save(test.store, { file, selection: selectionOf(changes) });
      return rowsOf(file, CSV).map(({ email }) => email?.slice(0, 3));
    };
    expect(await emails({ channels: 'collected' })).toEqual(['ann', 'cid']);
    expect(await emails({ channels: 'preview' })).toEqual(['bob']);
    expect(await emails({ channels: 'all' })).toEqual(['ann', 'bob', 'cid']);
    expect(await emails({ filter: { experienceId: 'other' } })).toEqual(['cid']);
    expect(await emails({ filter: { includeIds: [2, 3] } })).toEqual(['bob', 'cid']);
  });

  it('without direct identifiers has no personal column, in the file or in the dictionary', async () => {
    const { store } = await storeOf(1);
    const file = join(temporaryFolder(), 'export.zip');
    const selection = selectionOf({ level: 'no_identifiers' });
    await save(store, { file, selection });
    const personal = Object.entries(dataTables.participations.columns)
      .filter(([, column]) => column.personal)
      .map(([name]) => name);
    expect(personal).toContain('email');
    const [row = {}] = rowsOf(file, CSV);
    expect(row).toMatchObject({ giveaway_name: 'Summer raffle' });
    for (const name of personal) expect(Object.keys(row)).not.toContain(name);
    const dictionary = rowsOf(file, 'data-dictionary.csv');
    expect(dictionary.map((line) => line['about a person'])).not.toContain('yes');
  });

  it('with pseudonyms keeps a person together in all its tables, and no two exports', async () => {
    const test = await storeOf(0);
    insertRows(test, 'participations', [
      participation({ email: 'Ann@example.com' }),
      participation({ email: 'ann@example.com ' }),
      participation({ email: 'bob@example.com' }),
    ]);
    insertRows(test, 'variables', [variable('email', 'ann@example.com')]);
    const pseudonyms = async () => {
      const file = join(temporaryFolder(), 'export.zip');
      const selection = selectionOf({
        tables: ['participations', 'variables'],
        level: 'pseudonymised',
      });
      await save(test.store, { file, selection });
      const [value] = rowsOf(file, 'variables.csv').map((row) => row.value);
      return [...rowsOf(file, CSV).map(({ email }) => email), value];
    };
    const [one, same, other, variableOfOne] = await pseudonyms();
    expect(one).toMatch(/^[0-9a-f]{32}$/);
    expect([same, variableOfOne]).toEqual([one, one]);
    expect(other).not.toBe(one);
    expect(await pseudonyms()).not.toContain(one);
  });

  it('is what all tables are at one moment', async () => {
    const test = await storeOf(3_000);
    const other = openAgain(test);
    const file = join(temporaryFolder(), 'export.zip');
    let isDeleted = false;
    const report: Writing['report'] = () => {
      if (isDeleted) return;
      isDeleted = true;
      void other.deleteFrom('participations').execute();
    };
    const selection = selectionOf({ tables: ['variables', 'participations'] });
    expect(await save(test.store, { file, report, selection })).toMatchObject({
      rows: 3_000,
    });
    expect(rowsOf(file, CSV)).toHaveLength(3_000);
  });

  it('holds rows with very long texts among the others, in their order', async () => {
    const test = await storeOf(0);
    const few = Array.from({ length: 30 }, (_, index) => `${index}`);
    const cities = ['a', 'b'.repeat(1_000_000), 'c', ...few, 'd'.repeat(5_000), 'e'];
    insertRows(
      test,
      'participations',
      cities.map((city) => participation({ city })),
    );
    const file = join(temporaryFolder(), 'export.zip');
    await save(test.store, { file });
    expect(rowsOf(file, CSV).map(({ city }) => city)).toEqual(cities);
  });

  it('has the delimiter, byte order mark and time zone that were chosen', async () => {
    const { store } = await storeOf(1);
    const file = join(temporaryFolder(), 'export.zip');
    const format = {
      ...PLAIN_CSV,
      file: 'csv',
      delimiter: ';',
      byteOrderMark: true,
      timeZone: 'Europe/Berlin',
    } as const;
    await save(store, { file, selection: selectionOf({ format }) });
    const csv = extractWith7Zip(file, password, CSV);
    expect(csv).toMatch(/^\uFEFFcreated_at;email;/);
    expect(csv).toContain('\r\n2026-07-15T12:00:00.000+02:00;p0@example.com;');
    expect(extractWith7Zip(file, password, 'data-dictionary.csv')).toContain('in Europe/Berlin');
  });

  it('in workbooks has the same rows, and what its columns mean', async () => {
    const test = await storeOf(3_000);
    insertRows(test, 'participations', [
      participation({ zip: '00950', phone: '+4930123456', city: 'x'.repeat(40_000) }),
    ]);
    const file = join(temporaryFolder(), 'export.zip');
    const format = { ...PLAIN_CSV, file: 'xlsx', timeZone: 'Europe/Berlin' } as const;
    const { rows } = await save(test.store, { file, selection: selectionOf({ format }) });
    expect(rows).toBe(3_001);
    const { sheets } = await readXlsx(bytesWith7Zip(file, password, 'participations.xlsx'));
    const [names = [], ...people] = sheets[0]?.rows ?? [];
    expect(names).toEqual(columnNames('participations'));
    const at = (name: string): number => names.indexOf(name);
    expect(people.slice(0, 3_000).map((row) => row[at('email')])).toEqual(
      Array.from({ length: 3_000 }, (_, index) => `p${index}@example.com`),
    );
    const last = people[3_000] ?? [];
    expect([last[at('zip')], last[at('phone')]]).toEqual(['00950', '+4930123456']);
    expect(last[at('created_at')]).toEqual(new Date('2026-07-15T12:00:00Z'));
    const dictionary = await readXlsx(bytesWith7Zip(file, password, 'data-dictionary.xlsx'));
    const notes = dictionary.sheets[0]?.rows.map((row) => row.slice(0, 3).join(' | '));
    expect(notes?.at(-1)).toMatch(
      /^participations.xlsx \| city \| Cells of this column that were cut: 1\./,
    );
  });

  it('in a workbook whose rows are others than those that were read is found out', async () => {
    const test = await storeOf(2);
    const file = join(temporaryFolder(), 'export.zip');
    const format = { ...PLAIN_CSV, file: 'xlsx' } as const;
    const isSame = vi.spyOn(RowSum.prototype, 'equals').mockReturnValue(false);
    const exporting = save(test.store, { file, selection: selectionOf({ format }) });
    await expect(exporting).rejects.toThrow('export.verification_failed');
    isSame.mockRestore();
    expect(await listExports(test.store, true, NOW_MS)).toEqual([]);
  });

  it('reports how far it is, and when it begins to verify', async () => {
    const { store } = await storeOf(5_000);
    const reports: string[] = [];
    await save(store, {
      file: join(temporaryFolder(), 'export.zip'),
      report: ({ phase, rows }) => reports.push(`${phase} ${rows}`),
    });
    expect(reports.slice(0, 3)).toEqual(['writing 4000', 'writing 5000', 'verifying 0']);
    expect(reports.at(-1)).toBe('verifying 5000');
  });

  it('replaces the file that the user agreed to replace', async () => {
    const { store } = await storeOf(1);
    const file = join(temporaryFolder(), 'export.zip');
    writeFileSync(file, 'last week');
    await save(store, { file });
    expect(extractWith7Zip(file, password, CSV)).toContain('p0@example.com');
  });
});

describe('an export that does not succeed', () => {
  /** Fails, leaves the old file as it was and no other, and the store in working order. */
  async function fails(test: TestStore, changes: Partial<Saving>, code: string | RegExp) {
    const folder = temporaryFolder();
    const file = join(folder, 'export.zip');
    writeFileSync(file, 'last week');
    await expect(save(test.store, { file, ...changes })).rejects.toThrow(code);
    expect(filesIn(folder)).toEqual(['export.zip']);
    expect(readFileSync(file, 'utf8')).toBe('last week');
    expect(await new DataRows(test.store).count('participations', NOW_MS)).toBeGreaterThan(0);
  }

  it.each(['writing', 'verifying'] as const)(
    'because it is cancelled while %s leaves nothing',
    async (when) => {
      const test = await storeOf(5_000);
      const stop = new AbortController();
      const report: Writing['report'] = ({ phase, rows }) => {
        if (phase === when && rows > 0) stop.abort();
      };
      await fails(test, { signal: stop.signal, report }, /abort/i);
    },
  );

  it.each(['writing', 'verifying'] as const)(
    'because it is cancelled while %s a workbook leaves nothing',
    async (when) => {
      const test = await storeOf(9_000);
      const stop = new AbortController();
      const report: Writing['report'] = ({ phase, rows }) => {
        if (phase === when && rows > 0) stop.abort();
      };
      const format = { ...PLAIN_CSV, file: 'xlsx' } as const;
      const selection = selectionOf({ format });
      await fails(test, { signal: stop.signal, report, selection }, /abort/i);
      // Nothing reads the database any more: it can be read and exported again.
      const file = join(temporaryFolder(), 'again.zip');
      expect(await save(test.store, { file, selection })).toMatchObject({ rows: 9_000 });
    },
  );

  it('because it was cancelled before it began leaves nothing', async () => {
    await fails(await storeOf(1), { signal: AbortSignal.abort() }, /abort/i);
  });

  it('because a row cannot be read into a workbook leaves nothing', async () => {
    const test = await storeOf(1_500);
    test.connection.exec(`update participations set created_at = 1e300 where id = 1200`);
    const selection = selectionOf({ format: { ...PLAIN_CSV, file: 'xlsx' } });
    await fails(test, { selection }, 'Invalid time value');
  });

  it('because a row cannot be read leaves nothing', async () => {
    const test = await storeOf(1_500);
    test.connection.exec(`update participations set created_at = 1e300 where id = 1200`);
    await fails(test, {}, 'Invalid time value');
  });

  it('because the audit log cannot take it leaves nothing', async () => {
    const test = await storeOf(2);
    test.connection.exec(`create trigger deny before insert on audit_log
      begin select raise(abort, 'denied'); end`);
    await fails(test, {}, 'denied');
    expect(await listExports(test.store, true, NOW_MS)).toEqual([]);
  });

  it('because the folder is missing says so', async () => {
    const { store } = await storeOf(1);
    const file = join(temporaryFolder(), 'gone', 'export.zip');
    await expect(save(store, { file })).rejects.toThrow('export.folder_missing');
  });

  it('because a folder has the name says so, and leaves the folder', async () => {
    const { store } = await storeOf(1);
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'export.zip'));
    const exporting = save(store, { file: join(folder, 'export.zip') });
    await expect(exporting).rejects.toThrow('export.file_in_use');
    expect(filesIn(folder)).toEqual([]);
    expect(await listExports(store, true, NOW_MS)).toEqual([]);
    const actions = (await readAuditPage(store, { limit: 2 })).map(({ action }) => action);
    expect(actions).toEqual(['export.file_deleted', 'export.saved']);
  });

  it('because the disk is full says so, and frees what it took', async (context) => {
    const folder = smallDisk(context, 256);
    const test = await openTestStore();
    const rows = Array.from({ length: 10_000 }, (_, index) =>
      participation({ city: noise(index) }),
    );
    insertRows(test, 'participations', rows);
    writeFileSync(join(folder, 'export.zip'), 'last week');
    const exporting = save(test.store, { file: join(folder, 'export.zip') });
    await expect(exporting).rejects.toThrow('export.disk_full');
    expect(filesIn(folder)).toEqual(['export.zip']);
    expect(readFileSync(join(folder, 'export.zip'), 'utf8')).toBe('last week');
    expect(await new DataRows(test.store).count('participations', NOW_MS)).toBe(10_000);
  });

  it('because the folder cannot be written says so', async (context) => {
    const folder = smallDisk(context, 256);
    const { store } = await storeOf(1);
    setReadOnly(folder, true);
    const exporting = save(store, { file: join(folder, 'export.zip') });
    await expect(exporting).rejects.toThrow('export.folder_not_writable');
  });

  it('because a byte on its way to the disk was altered is found out', async () => {
    const test = await storeOf(2_000);
    const folder = temporaryFolder();
    const file = join(folder, 'export.zip');
    const report: Writing['report'] = ({ phase }) => {
      if (phase !== 'verifying') return;
      const [part = ''] = filesIn(folder);
      const bytes = readFileSync(join(folder, part));
      bytes[1_000] = (bytes[1_000] ?? 0) ^ 1;
      writeFileSync(join(folder, part), bytes);
    };
    const exporting = save(test.store, { file, report });
    await expect(exporting).rejects.toThrow('export.verification_failed');
    expect(filesIn(folder)).toEqual([]);
  });
});
