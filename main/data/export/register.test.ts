import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ExportRecord, ExportSettings } from '../../../preload/contract';
import { laneContext } from '../../../tests/support/context';
import { calledBy, entryOf, exportTask, selectionOf } from '../../../tests/support/exports';
import { filesIn } from '../../../tests/support/folder';
import { DAY_MS, NOW_MS } from '../../../tests/support/now';
import {
  insertRows,
  openTestStore,
  participation,
  type TestStore,
} from '../../../tests/support/store';
import type { SignedIn } from '../../foundation/operation/context';
import { readSetting } from '../../foundation/store/settings';
import { readAuditPage } from '../../vault/audit/audit-entries';
import { oneTimePassword } from '../../vault/workspace/one-time-password';
import { exportSettings, setExportSettings } from './export-settings';
import { exportTables } from './export-tables';
import { listExports, markDeleted } from './register';
import {
  deleteSavedFile,
  noteDeleted as noteGone,
  savedFileState,
  showSavedFile,
} from './saved-file';

const ann = { id: 'ann', name: 'Ann', role: 'steward' } as const;
const bob = { id: 'bob', name: 'Bob', role: 'steward' } as const;

async function withRows(rows = 1): Promise<TestStore> {
  const test = await openTestStore();
  insertRows(
    test,
    'participations',
    Array.from({ length: rows }, () => participation()),
  );
  return test;
}

/** Saves an export under this name. */
async function saved({ store, folder }: TestStore, name = 'export.zip', selection = selectionOf()) {
  const file = join(folder, name);
  const password = oneTimePassword();
  const request = { ...exportTask(), selection, file, password };
  return { file, password, ...(await exportTables(laneContext(store), request)) };
}

async function only({ store }: TestStore, showsFolders = true): Promise<ExportRecord> {
  const [record, ...others] = await listExports(store, showsFolders, NOW_MS);
  if (!record || others.length > 0) throw new Error('One export was expected.');
  return record;
}

const deleteFile = ({ store }: TestStore, user: SignedIn, id: string) =>
  deleteSavedFile(calledBy(user, store, 'export.file_deleted'), { id });

const showFile = ({ store }: TestStore, id: string, shown: string[]) =>
  showSavedFile(
    { store, nowMs: NOW_MS, desktop: { showInFolder: (file) => void shown.push(file) } },
    { id },
  );

const noteDeleted = ({ store }: TestStore, user: SignedIn, id: string) =>
  markDeleted(calledBy(user, store, 'export.file_deleted'), { id });

const actions = async ({ store }: TestStore) =>
  (await readAuditPage(store, { limit: 10 })).map(({ action }) => action);

describe('the register of exports', () => {
  it('does not note as deleted what still lies where it was saved', async () => {
    const test = await withRows();
    const { file } = await saved(test);
    const { id } = await only(test);
    const context = calledBy(ann, test.store, 'export.file_deleted');
    await expect(noteGone(context, { id })).rejects.toThrow('export.file_still_there');
    expect((await only(test)).saved?.deletedAt).toBeNull();
    rmSync(file);
    await noteGone(context, { id });
    expect((await only(test)).saved?.deletedAt).toBe(NOW_MS);
  });

  it('says who, why, what, which obligations, which file and until when', async () => {
    const test = await withRows();
    const { sha256, bytes } = await saved(test);
    const { obligations, deleteBy } = entryOf();
    expect(await only(test)).toMatchObject({
      state: 'saved',
      tables: ['participations'],
      level: 'full',
      purpose: 'Send the prizes',
      rows: 1,
      requestedBy: 'Ann',
      saved: {
        at: NOW_MS,
        fileName: 'export.zip',
        folder: test.folder,
        bytes,
        sha256,
        obligations,
        deleteBy,
        deletedAt: null,
      },
    });
  });

  it('keeps where the file lies from those who may not export', async () => {
    const test = await withRows();
    await saved(test);
    const record = await only(test, false);
    expect(record.saved).toMatchObject({ fileName: null, folder: null });
    expect(JSON.stringify(record)).not.toContain(test.folder);
  });

  it('holds neither the password nor the text that was searched for', async () => {
    const test = await withRows();
    const selection = selectionOf({ filter: { search: 'ann@example.com' } });
    const { password } = await saved(test, 'export.zip', selection);
    const stored = JSON.stringify(test.connection.prepare('select * from exports').all());
    expect(stored).not.toContain('ann@example.com');
    for (const table of ['exports', 'settings', 'audit_log']) {
      const rows = JSON.stringify(test.connection.prepare(`select * from ${table}`).all());
      expect(rows).not.toContain(password);
    }
    expect((await only(test)).filter.isSearched).toBe(true);
  });

  it('does not know of an export whose file does not stay', async () => {
    const test = await withRows();
    test.connection.exec(`create trigger deny before insert on audit_log
      begin select raise(abort, 'denied'); end`);
    await expect(saved(test)).rejects.toThrow('denied');
    expect(await listExports(test.store, true, NOW_MS)).toEqual([]);
  });
});

describe('the file of an export', () => {
  it('is deleted where it was saved when it is the very file', async () => {
    const test = await withRows();
    const { file } = await saved(test);
    const { id } = await only(test);
    const shown: string[] = [];
    expect(await showFile(test, id, shown)).toBe('there');
    expect(shown).toEqual([file]);
    expect(await savedFileState(test.store, id, NOW_MS)).toBe('there');
    expect(await deleteFile(test, bob, id)).toBe('there');
    expect(filesIn(test.folder).filter((name) => file.endsWith(name))).toEqual([]);
    expect((await only(test)).saved).toMatchObject({
      deletedAt: NOW_MS,
      deletedBy: 'Bob',
      fileName: null,
      folder: null,
    });
    const stored = JSON.stringify(test.connection.prepare('select * from exports').all());
    expect(stored).not.toContain('export.zip');
    expect((await readSetting(test.store, 'scrub')).asked).toBeGreaterThan(0);
    expect(await savedFileState(test.store, id, NOW_MS)).toBe('missing');
    expect(await actions(test)).toContain('export.file_deleted');
  });

  it.each(['another size', 'x'.repeat(1)])(
    'is left alone when it is another (%s)',
    async (text) => {
      const test = await withRows();
      const { file, bytes } = await saved(test);
      const content = text === 'x' ? Buffer.alloc(bytes, text) : text;
      writeFileSync(file, content);
      const { id } = await only(test);
      const shown: string[] = [];
      expect(await showFile(test, id, shown)).toBe('changed');
      expect(shown).toEqual([]);
      expect(await deleteFile(test, ann, id)).toBe('changed');
      expect(filesIn(test.folder)).toContain('export.zip');
      expect((await only(test)).saved?.deletedAt).toBeNull();
    },
  );

  it('is missing when it was moved, or a folder has its name', async () => {
    const test = await withRows();
    const { file } = await saved(test);
    const { id } = await only(test);
    rmSync(file);
    expect(await deleteFile(test, ann, id)).toBe('missing');
    mkdirSync(file);
    expect(await savedFileState(test.store, id, NOW_MS)).toBe('missing');
  });

  it('is noted as deleted once, by who says so first', async () => {
    const test = await withRows();
    await saved(test);
    const { id } = await only(test);
    await noteDeleted(test, ann, id);
    await noteDeleted(test, bob, id);
    expect((await only(test)).saved?.deletedBy).toBe('Ann');
    expect((await actions(test)).filter((action) => action === 'export.file_deleted')).toHaveLength(
      1,
    );
    await expect(noteDeleted(test, ann, 'nobody')).rejects.toThrow('export.not_found');
  });
});

it('the rules for exports are what an administrator says, and are in the audit log', async () => {
  const test = await withRows();
  const standard = {
    deleteWithinDays: 7,
    releaseAboveRows: null,
    releasePeriodHours: 24,
    accessesPerPeriod: 10,
    registerDays: 1_095,
  };
  expect(await exportSettings(test.store)).toEqual(standard);
  const change = (changes: Partial<ExportSettings>) =>
    setExportSettings(calledBy(ann, test.store, 'export.settings_changed'), changes);
  await change({ deleteWithinDays: 3, releaseAboveRows: 100 });
  expect(await exportSettings(test.store)).toEqual({
    ...standard,
    deleteWithinDays: 3,
    releaseAboveRows: 100,
  });
  const others = { releasePeriodHours: 48, accessesPerPeriod: 2, registerDays: 365 };
  expect(await change(others)).toEqual(await exportSettings(test.store));
  expect(await exportSettings(test.store)).toMatchObject({ deleteWithinDays: 3, ...others });
  expect(await actions(test)).toContain('export.settings_changed');
});

describe('an entry of the register', () => {
  const years = (test: TestStore, registerDays: number) =>
    setExportSettings(calledBy(ann, test.store, 'export.settings_changed'), { registerDays });

  it('expires after three years, and then nobody sees it or does anything with it', async () => {
    const test = await withRows();
    await saved(test);
    const { id, expiresAt } = await only(test);
    expect(expiresAt).toBe(NOW_MS + 1_095 * DAY_MS);
    expect(await listExports(test.store, true, expiresAt - 1)).toHaveLength(1);
    expect(await listExports(test.store, true, expiresAt)).toEqual([]);
    await expect(savedFileState(test.store, id, expiresAt)).rejects.toThrow('export.not_found');
    const context = calledBy(ann, test.store, 'export.file_deleted', expiresAt);
    await expect(markDeleted(context, { id })).rejects.toThrow('export.not_found');
    await expect(deleteSavedFile(context, { id })).rejects.toThrow('export.not_found');
    expect(filesIn(test.folder)).toContain('export.zip');
  });

  it('expires sooner by a shorter span, and not later by a longer one', async () => {
    const test = await withRows();
    await saved(test);
    await years(test, 100);
    expect((await only(test)).expiresAt).toBe(NOW_MS + 100 * DAY_MS);
    await years(test, 2_000);
    expect((await only(test)).expiresAt).toBe(NOW_MS + 100 * DAY_MS);
    await saved(test, 'later.zip');
    const ends = (await listExports(test.store, true, NOW_MS)).map(({ expiresAt }) => expiresAt);
    expect(ends.toSorted()).toEqual([NOW_MS + 100 * DAY_MS, NOW_MS + 2_000 * DAY_MS]);
  });

  it('says of an answer to a request for access what it is, and names nobody', async () => {
    const test = await withRows();
    const request = exportTask({ filter: { search: 'ann@example.com' } });
    const file = join(test.folder, 'export.zip');
    const password = oneTimePassword();
    await exportTables(laneContext(test.store), { ...request, permit: 'access', file, password });
    expect(await only(test)).toMatchObject({ isAccess: true, decidedBy: null });
    const stored = JSON.stringify(test.connection.prepare('select * from exports').all());
    expect(stored).not.toContain('ann@');
  });
});
