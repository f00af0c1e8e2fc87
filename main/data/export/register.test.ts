import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ExportRecord, ParsedInput } from '../../../preload/contract';
import { laneContext } from '../../../tests/support/context';
import { calledBy, entryOf, exportTask, selectionOf } from '../../../tests/support/exports';
import { filesIn } from '../../../tests/support/folder';
import { NOW_MS } from '../../../tests/support/now';
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
import { decideRelease, findReleased, requestRelease, withdrawRequest } from './release';
import { deleteSavedFile, savedFileState } from './saved-file';

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
  const [record, ...others] = await listExports(store, showsFolders);
  if (!record || others.length > 0) throw new Error('One export was expected.');
  return record;
}

const deleteFile = ({ store }: TestStore, user: SignedIn, id: string) =>
  deleteSavedFile(calledBy(user, store, 'export.file_deleted'), { id });

const noteDeleted = ({ store }: TestStore, user: SignedIn, id: string) =>
  markDeleted(calledBy(user, store, 'export.file_deleted'), { id });

const ask = (
  { store }: TestStore,
  user: SignedIn,
  request: ParsedInput<'exports.requestRelease'>,
) => requestRelease(calledBy(user, store, 'export.requested'), request);

const decide = ({ store }: TestStore, user: SignedIn, id: string, isReleased: boolean) =>
  decideRelease(calledBy(user, store), { id, isReleased });

const withdraw = ({ store }: TestStore, user: SignedIn, id: string) =>
  withdrawRequest(calledBy(user, store, 'export.withdrawn'), { id });

const actions = async ({ store }: TestStore) =>
  (await readAuditPage(store, { limit: 10 })).map(({ action }) => action);

describe('the register of exports', () => {
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
    expect(await listExports(test.store, true)).toEqual([]);
  });
});

describe('the file of an export', () => {
  it('is deleted where it was saved when it is the very file', async () => {
    const test = await withRows();
    const { file } = await saved(test);
    const { id } = await only(test);
    expect(await savedFileState(test.store, id)).toBe('there');
    expect(await deleteFile(test, bob, id)).toBe('there');
    expect(filesIn(test.folder).filter((name) => file.endsWith(name))).toEqual([]);
    expect((await only(test)).saved).toMatchObject({
      deletedAt: NOW_MS,
      deletedBy: 'Bob',
    });
    expect(await savedFileState(test.store, id)).toBe('missing');
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
    expect(await savedFileState(test.store, id)).toBe('missing');
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

describe('a large export', () => {
  const request = {
    selection: selectionOf({ filter: { search: 'ann' } }),
    purpose: 'Prizes',
  };

  it('is released by another user only, and then saved by who asked for it', async () => {
    const test = await withRows(5);
    await ask(test, ann, request);
    const { id } = await only(test);
    await expect(findReleased(test.store, ann, id)).rejects.toThrow('export.not_found');
    await expect(decide(test, ann, id, true)).rejects.toThrow('export.same_user');
    await decide(test, bob, id, true);
    await expect(decide(test, bob, id, false)).rejects.toThrow('export.decided');
    await expect(findReleased(test.store, bob, id)).rejects.toThrow('export.not_found');
    expect(await findReleased(test.store, ann, id)).toEqual({
      selection: request.selection,
      purpose: 'Prizes',
      rows: 5,
    });
    expect(await only(test)).toMatchObject({ state: 'released', decidedBy: 'Bob' });
    expect((await actions(test)).slice(0, 2)).toEqual(['export.released', 'export.requested']);
  });

  it('that is refused cannot be saved, and what was searched for is forgotten', async () => {
    const test = await withRows();
    await ask(test, ann, request);
    const { id } = await only(test);
    await decide(test, bob, id, false);
    await expect(findReleased(test.store, ann, id)).rejects.toThrow('export.not_found');
    const stored = JSON.stringify(test.connection.prepare('select selection from exports').all());
    expect(stored).not.toContain('"ann"');
    expect((await readSetting(test.store, 'scrub')).asked).toBeGreaterThan(0);
  });

  it('is withdrawn by who asked for it only', async () => {
    const test = await withRows();
    await ask(test, ann, request);
    const { id } = await only(test);
    await expect(withdraw(test, bob, id)).rejects.toThrow('export.not_found');
    await withdraw(test, ann, id);
    expect(await listExports(test.store, true)).toEqual([]);
  });

  it('is refused when more rows have come than one user may export', async () => {
    const test = await withRows();
    const file = join(test.folder, 'export.zip');
    const password = oneTimePassword();
    const request = { ...exportTask(), maxRows: 0, file, password };
    const exporting = exportTables(laneContext(test.store), request);
    await expect(exporting).rejects.toThrow('export.release_needed');
    expect(filesIn(test.folder)).not.toContain('export.zip');
  });
});

it('the rules for exports are what an administrator says, and are in the audit log', async () => {
  const test = await withRows();
  expect(await exportSettings(test.store)).toEqual({ deleteWithinDays: 7, releaseAboveRows: null });
  const settings = { deleteWithinDays: 3, releaseAboveRows: 100 };
  await setExportSettings(calledBy(ann, test.store, 'export.settings_changed'), settings);
  expect(await exportSettings(test.store)).toEqual({ deleteWithinDays: 3, releaseAboveRows: 100 });
  expect(await actions(test)).toContain('export.settings_changed');
});
