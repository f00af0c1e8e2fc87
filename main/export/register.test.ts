import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ExportRecord } from '../../preload/contract';
import { entryOf, exportTask, selectionOf } from '../../tests/support/exports';
import { filesIn } from '../../tests/support/folder';
import { NOW_MS } from '../../tests/support/now';
import {
  insertRows,
  openTestStore,
  participation,
  type TestStore,
} from '../../tests/support/store';
import { readAuditPage } from '../audit/audit-entries';
import { readSetting } from '../store/settings';
import { ExportRegister } from './export-register';
import { exportTables } from './export-tables';
import { oneTimePassword } from './password';
import { findReleased, requestRelease } from './register';

const ann = { id: 'ann', name: 'Ann' };
const bob = { id: 'bob', name: 'Bob' };

async function registerOf() {
  const test = await openTestStore();
  insertRows(test, 'participations', [participation()]);
  const changes: number[] = [];
  const register = new ExportRegister({
    store: test.store,
    nowMs: () => NOW_MS,
    onChanged: () => changes.push(1),
  });
  return { ...test, register, changes };
}

/** Saves an export under this name. */
async function saved(test: TestStore, name = 'export.zip', selection = selectionOf()) {
  const file = join(test.folder, name);
  const password = oneTimePassword();
  const signal = new AbortController().signal;
  const request = { file, password, signal, nowMs: NOW_MS, report: () => undefined };
  const exported = await exportTables(test.store, { ...exportTask(), selection, ...request });
  return { file, password, ...exported };
}

async function only(register: ExportRegister, showsFolders = true): Promise<ExportRecord> {
  const [record, ...others] = await register.list(showsFolders);
  if (!record || others.length > 0) throw new Error('One export was expected.');
  return record;
}

const actions = async ({ store }: TestStore) =>
  (await readAuditPage(store, { limit: 10 })).map(({ action }) => action);

describe('the register of exports', () => {
  it('says who, why, what, which obligations, which file and until when', async () => {
    const test = await registerOf();
    const { sha256, bytes } = await saved(test);
    const { obligations, deleteBy } = entryOf();
    expect(await only(test.register)).toMatchObject({
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
    const test = await registerOf();
    await saved(test);
    const record = await only(test.register, false);
    expect(record.saved).toMatchObject({ fileName: null, folder: null });
    expect(JSON.stringify(record)).not.toContain(test.folder);
  });

  it('holds neither the password nor the text that was searched for', async () => {
    const test = await registerOf();
    const selection = selectionOf({ filter: { search: 'ann@example.com' } });
    const { password } = await saved(test, 'export.zip', selection);
    const stored = JSON.stringify(test.connection.prepare('select * from exports').all());
    expect(stored).not.toContain('ann@example.com');
    for (const table of ['exports', 'settings', 'audit_log']) {
      const rows = JSON.stringify(test.connection.prepare(`select * from ${table}`).all());
      expect(rows).not.toContain(password);
    }
    expect((await only(test.register)).filter.isSearched).toBe(true);
  });

  it('does not know of an export whose file does not stay', async () => {
    const test = await registerOf();
    test.connection.exec(`create trigger deny before insert on audit_log
      begin select raise(abort, 'denied'); end`);
    await expect(saved(test)).rejects.toThrow('denied');
    expect(await test.register.list(true)).toEqual([]);
  });
});

describe('the file of an export', () => {
  it('is deleted where it was saved when it is the very file', async () => {
    const test = await registerOf();
    const { file } = await saved(test);
    const { id } = await only(test.register);
    expect(await test.register.fileState(id)).toBe('there');
    expect(await test.register.deleteFile(bob, id)).toBe('there');
    expect(filesIn(test.folder).filter((name) => file.endsWith(name))).toEqual([]);
    expect((await only(test.register)).saved).toMatchObject({
      deletedAt: NOW_MS,
      deletedBy: 'Bob',
    });
    expect(await test.register.fileState(id)).toBe('missing');
    expect(await actions(test)).toContain('export.file_deleted');
  });

  it.each(['another size', 'x'.repeat(1)])(
    'is left alone when it is another (%s)',
    async (text) => {
      const test = await registerOf();
      const { file, bytes } = await saved(test);
      const content = text === 'x' ? Buffer.alloc(bytes, text) : text;
      writeFileSync(file, content);
      const { id } = await only(test.register);
      expect(await test.register.deleteFile(ann, id)).toBe('changed');
      expect(filesIn(test.folder)).toContain('export.zip');
      expect((await only(test.register)).saved?.deletedAt).toBeNull();
    },
  );

  it('is missing when it was moved, or a folder has its name', async () => {
    const test = await registerOf();
    const { file } = await saved(test);
    const { id } = await only(test.register);
    rmSync(file);
    expect(await test.register.deleteFile(ann, id)).toBe('missing');
    mkdirSync(file);
    expect(await test.register.fileState(id)).toBe('missing');
  });

  it('is noted as deleted once, by who says so first', async () => {
    const test = await registerOf();
    await saved(test);
    const { id } = await only(test.register);
    await test.register.markDeleted(ann, id);
    await test.register.markDeleted(bob, id);
    expect((await only(test.register)).saved?.deletedBy).toBe('Ann');
    expect((await actions(test)).filter((action) => action === 'export.file_deleted')).toHaveLength(
      1,
    );
    await expect(test.register.markDeleted(ann, 'nobody')).rejects.toThrow('export.not_found');
  });
});

describe('a large export', () => {
  const request = {
    selection: selectionOf({ filter: { search: 'ann' } }),
    purpose: 'Prizes',
    rows: 5,
  };

  it('is released by another user only, and then saved by who asked for it', async () => {
    const test = await registerOf();
    await requestRelease(test.store, ann, request, NOW_MS);
    const { id } = await only(test.register);
    await expect(findReleased(test.store, ann, id)).rejects.toThrow('export.not_found');
    await expect(test.register.decide(ann, id, true)).rejects.toThrow('export.same_user');
    await test.register.decide(bob, id, true);
    await expect(test.register.decide(bob, id, false)).rejects.toThrow('export.decided');
    await expect(findReleased(test.store, bob, id)).rejects.toThrow('export.not_found');
    expect(await findReleased(test.store, ann, id)).toEqual({
      selection: request.selection,
      purpose: 'Prizes',
      rows: 5,
    });
    expect(await only(test.register)).toMatchObject({ state: 'released', decidedBy: 'Bob' });
    expect((await actions(test)).slice(0, 2)).toEqual(['export.released', 'export.requested']);
  });

  it('that is refused cannot be saved, and what was searched for is forgotten', async () => {
    const test = await registerOf();
    await requestRelease(test.store, ann, request, NOW_MS);
    const { id } = await only(test.register);
    await test.register.decide(bob, id, false);
    await expect(findReleased(test.store, ann, id)).rejects.toThrow('export.not_found');
    const stored = JSON.stringify(test.connection.prepare('select selection from exports').all());
    expect(stored).not.toContain('"ann"');
    expect((await readSetting(test.store, 'scrub')).asked).toBeGreaterThan(0);
  });

  it('is withdrawn by who asked for it only', async () => {
    const test = await registerOf();
    await requestRelease(test.store, ann, request, NOW_MS);
    const { id } = await only(test.register);
    await expect(test.register.withdraw(bob, id)).rejects.toThrow('export.not_found');
    await test.register.withdraw(ann, id);
    expect(await test.register.list(true)).toEqual([]);
  });

  it('is refused when more rows have come than one user may export', async () => {
    const test = await registerOf();
    const file = join(test.folder, 'export.zip');
    const exporting = exportTables(test.store, {
      ...exportTask(),
      maxRows: 0,
      file,
      nowMs: NOW_MS,
      password: oneTimePassword(),
      signal: new AbortController().signal,
      report: () => undefined,
    });
    await expect(exporting).rejects.toThrow('export.release_needed');
    expect(filesIn(test.folder)).not.toContain('export.zip');
  });
});

it('the rules for exports are what an administrator says, and are in the audit log', async () => {
  const test = await registerOf();
  expect(await test.register.settings()).toEqual({ deleteWithinDays: 7, releaseAboveRows: null });
  await test.register.setSettings(ann, { deleteWithinDays: 3, releaseAboveRows: 100 });
  expect(await test.register.settings()).toEqual({ deleteWithinDays: 3, releaseAboveRows: 100 });
  expect(await actions(test)).toContain('export.settings_changed');
});
