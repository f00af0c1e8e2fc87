import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ExportSelection } from '../../../preload/contract';
import { laneContext } from '../../../tests/support/context';
import { entryOf, exportTask } from '../../../tests/support/exports';
import { filesIn } from '../../../tests/support/folder';
import { DAY_MS, NOW_MS } from '../../../tests/support/now';
import {
  ann,
  ask,
  bob,
  decide,
  END_MS,
  only,
  password,
  person,
  requestOf,
  rowsKept,
  type Saving,
  save,
  withdraw,
  withPeople,
} from '../../../tests/support/releases';
import { insertRows, openAgain, type TestStore } from '../../../tests/support/store';
import { readSetting } from '../../foundation/store/settings';
import { readAuditPage } from '../../vault/audit/audit-entries';
import { exportTables } from './export-tables';
import { listExports } from './register';
import { findReleased } from './release';

const actions = async ({ store }: TestStore) =>
  (await readAuditPage(store, { limit: 10 })).map(({ action }) => action);

describe('a large export', () => {
  it('is released by another user only, and then saved by who asked for it', async () => {
    const test = await withPeople('ann', 'bea', 'cleo');
    const id = await ask(test);
    await expect(findReleased(test.store, ann, id, NOW_MS)).rejects.toThrow('export.not_found');
    await expect(decide(test, ann, id, true)).rejects.toThrow('export.same_user');
    await decide(test, bob, id, true);
    await expect(decide(test, bob, id, false)).rejects.toThrow('export.decided');
    await expect(findReleased(test.store, bob, id, NOW_MS)).rejects.toThrow('export.not_found');
    expect(await findReleased(test.store, ann, id, NOW_MS)).toEqual({
      selection: requestOf().selection,
      purpose: 'Prizes',
      rows: 3,
    });
    expect(await only(test)).toMatchObject({ state: 'released', decidedBy: 'Bob' });
    expect(await actions(test)).toEqual(['export.released', 'export.requested']);
    await save(test, id);
    expect(await only(test)).toMatchObject({
      ...{ id, state: 'saved', rows: 3, purpose: 'Prizes', decidedBy: 'Bob' },
      ...{ requestedById: 'ann', expiresAt: NOW_MS + 1_095 * DAY_MS },
    });
  });

  it('that is refused cannot be saved, and what it had found is forgotten', async () => {
    const test = await withPeople('ann');
    const id = await ask(test, requestOf({ filter: { search: 'ann' } }));
    await decide(test, bob, id, false);
    await expect(findReleased(test.store, ann, id, NOW_MS)).rejects.toThrow('export.not_found');
    await expect(save(test, id)).rejects.toThrow('export.release_gone');
    expect(rowsKept(test)).toBe(0);
  });

  it('is withdrawn by who asked for it only, and not once it is saved', async () => {
    const test = await withPeople('ann');
    const id = await ask(test, requestOf({ filter: { search: 'ann' } }));
    await expect(withdraw(test, bob, id)).rejects.toThrow('export.not_found');
    await withdraw(test, ann, id);
    expect(await listExports(test.store, true, NOW_MS)).toEqual([]);
    expect(rowsKept(test)).toBe(0);
    expect((await readSetting(test.store, 'scrub')).asked).toBe(1);
    expect((await actions(test))[0]).toBe('export.withdrawn');
    const other = await ask(test);
    await decide(test, bob, other, true);
    await save(test, other);
    await expect(withdraw(test, ann, other)).rejects.toThrow('export.decided');
  });
});

describe('a release', () => {
  async function released(selection: Partial<ExportSelection> = {}, ...names: string[]) {
    const test = await withPeople('ann', ...names);
    const id = await ask(test, requestOf(selection));
    await decide(test, bob, id, true);
    return { test, id };
  }

  it('gives one file', async () => {
    const { test, id } = await released();
    await save(test, id);
    await expect(save(test, id, { name: 'two.zip' })).rejects.toThrow('export.release_gone');
    expect(filesIn(test.folder)).not.toContain('two.zip');
    expect((await only(test)).saved?.fileName).toBe('export.zip');
  });

  it('gives one file when two are written at the same time', async () => {
    const { test, id } = await released();
    const both = await Promise.allSettled([
      save(test, id, { name: 'one.zip' }),
      save(test, id, { name: 'two.zip' }),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(filesIn(test.folder).filter((name) => name.endsWith('.zip'))).toHaveLength(1);
  });

  it.each<[string, (test: TestStore, id: string) => Promise<unknown>, Saving]>([
    ['is withdrawn', (test, id) => withdraw(test, ann, id), {}],
    ['is of another user', async () => undefined, { user: bob }],
    ['has expired', async () => undefined, { nowMs: END_MS }],
  ])('gives no file when it %s', async (_, change, saving) => {
    const { test, id } = await released();
    await change(test, id);
    await expect(save(test, id, saving)).rejects.toThrow('export.release_gone');
    expect(filesIn(test.folder)).not.toContain('export.zip');
    expect(await actions(test)).not.toContain('export.saved');
  });

  it('is looked at again where the file is registered, whatever was true when it was begun', async () => {
    const { test, id } = await released();
    const request = { ...exportTask(), permit: 'released' as const, entry: entryOf({ id }) };
    const file = join(test.folder, 'export.zip');
    // While the file is written, which another connection does.
    const report = () => {
      test.connection.prepare(`update exports set state = 'requested'`).run();
    };
    const context = laneContext(openAgain(test), undefined, { report });
    const writing = exportTables(context, { ...request, file, password });
    await expect(writing).rejects.toThrow('export.release_gone');
    expect(filesIn(test.folder)).not.toContain('export.zip');
  });

  it('is of as many rows as there were', async () => {
    const { test, id } = await released();
    insertRows(test, 'participations', [person('late')]);
    await expect(save(test, id)).rejects.toThrow('export.release_outgrown');
    test.connection.exec(`delete from participations where email_key = 'late'`);
    expect((await save(test, id)).rows).toBe(1);
  });

  it('is good again when its file could not get its name, for the rows it had found', async () => {
    const { test, id } = await released({ filter: { search: 'ann' } }, 'bea');
    const folder = join(test.folder, 'export.zip');
    mkdirSync(folder);
    await expect(save(test, id)).rejects.toThrow('export.file_in_use');
    expect(await only(test)).toMatchObject({ state: 'released', decidedBy: 'Bob' });
    rmSync(folder, { recursive: true });
    expect((await save(test, id)).rows).toBe(1);
  });
});
