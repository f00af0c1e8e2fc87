import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ExportRecord, ExportSelection, ParsedInput } from '../../../preload/contract';
import { extractWith7Zip } from '../../../tests/support/archive';
import { laneContext } from '../../../tests/support/context';
import { calledBy, entryOf, exportTask, selectionOf } from '../../../tests/support/exports';
import { filesIn } from '../../../tests/support/folder';
import { DAY_MS, NOW_MS } from '../../../tests/support/now';
import { filesWith } from '../../../tests/support/pages-on-disk';
import {
  countRows,
  insertRows,
  openAgain,
  openTestStore,
  participation,
  type TestStore,
} from '../../../tests/support/store';
import type { SignedIn } from '../../foundation/operation/context';
import { readSetting } from '../../foundation/store/settings';
import { readAuditPage } from '../../vault/audit/audit-entries';
import { sweepExpired } from '../../vault/retention/sweep';
import { oneTimePassword } from '../../vault/workspace/one-time-password';
import { exportTables } from './export-tables';
import { listExports } from './register';
import { decideRelease, findReleased, requestRelease, withdrawRequest } from './release';

const ann = { id: 'ann', name: 'Ann', role: 'steward' } as const;
const bob = { id: 'bob', name: 'Bob', role: 'steward' } as const;
const END_MS = NOW_MS + 14 * DAY_MS;
const password = oneTimePassword();

const person = (name: string) => participation({ email: `${name}@example.com`, email_key: name });

async function withPeople(...names: string[]): Promise<TestStore> {
  const test = await openTestStore();
  insertRows(test, 'participations', names.map(person));
  return test;
}

async function only({ store }: TestStore): Promise<ExportRecord> {
  const [record, ...others] = await listExports(store, true, NOW_MS);
  if (!record || others.length > 0) throw new Error('One export was expected.');
  return record;
}

const requestOf = (selection: Partial<ExportSelection> = {}) => ({
  selection: selectionOf(selection),
  purpose: 'Prizes',
});

/** Asks as Ann, and gives the request's id. */
async function ask(
  test: TestStore,
  request: ParsedInput<'exports.requestRelease'> = requestOf(),
): Promise<string> {
  await requestRelease(calledBy(ann, test.store), request);
  return (await only(test)).id;
}

const decide = (
  { store }: TestStore,
  user: SignedIn,
  id: string,
  isReleased: boolean,
  nowMs = NOW_MS,
) => decideRelease(calledBy(user, store, undefined, nowMs), { id, isReleased });

const withdraw = ({ store }: TestStore, user: SignedIn, id: string, nowMs = NOW_MS) =>
  withdrawRequest(calledBy(user, store, 'export.withdrawn', nowMs), { id });

/** Saves what was released, as who has unlocked does it. */
async function save(
  { store, folder }: TestStore,
  id: string,
  { user = ann, name = 'export.zip', nowMs = NOW_MS }: Saving = {},
) {
  const { selection } = await findReleased(store, ann, id, NOW_MS).catch(() => requestOf());
  const file = join(folder, name);
  const entry = entryOf({ id, user });
  const request = { ...exportTask(selection), permit: 'released' as const, entry, file, password };
  return { file, ...(await exportTables(laneContext(store, undefined, { nowMs }), request)) };
}

interface Saving {
  user?: Pick<SignedIn, 'id' | 'name'>;
  name?: string;
  nowMs?: number;
}

const actions = async ({ store }: TestStore) =>
  (await readAuditPage(store, { limit: 10 })).map(({ action }) => action);

/** All that the database holds about exports. */
const stored = ({ connection }: TestStore): string =>
  ['exports', 'export_rows', 'settings', 'audit_log']
    .map((table) => JSON.stringify(connection.prepare(`select * from ${table}`).all()))
    .join();

const rowsKept = ({ connection }: TestStore): number =>
  connection.prepare('select count(*) from export_rows').pluck().get() as number;

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

describe('a search in a request', () => {
  const search = { filter: { search: 'ANN@exam' } };

  it('is not kept, and still it is what was found that is saved', async () => {
    const test = await withPeople('ann', 'bea', 'Joann');
    const id = await ask(test, requestOf(search));
    expect(stored(test).toLowerCase()).not.toContain('ann@exam');
    expect(await only(test)).toMatchObject({ rows: 2, filter: { isSearched: true } });
    await decide(test, bob, id, true);
    insertRows(test, 'participations', [person('suzann')]);
    const { file, rows } = await save(test, id);
    expect(rows).toBe(2);
    const csv = extractWith7Zip(file, password, 'participations.csv');
    expect(csv).toContain('Joann@example.com');
    expect(csv).not.toMatch(/bea@|suzann@/);
    expect(stored(test).toLowerCase()).not.toContain('ann@exam');
    expect(rowsKept(test)).toBe(0);
    expect((await only(test)).filter.isSearched).toBe(true);
  });

  it('finds in every table, by channel, and many rows', async () => {
    const test = await openTestStore();
    const many = Array.from({ length: 6_000 }, (_, at) => ({
      ...person(`p${at}`),
      channel: 'kiosk',
    }));
    insertRows(test, 'participations', [...many, person('p6000')]);
    const { giveaway_name: _, giveaway_id: __, participation_id: ___, ...common } = person('p1');
    insertRows(test, 'consents', [{ ...common, channel: 'kiosk' }]);
    const tables = ['participations', 'consents'] as const;
    const id = await ask(
      test,
      requestOf({ tables: [...tables], filter: { search: 'p' }, channels: 'collected' }),
    );
    await decide(test, bob, id, true);
    expect((await save(test, id)).rows).toBe(6_001);
  });

  it('leaves out what has expired or was deleted since', async () => {
    const test = await withPeople('ann', 'Joann', 'suzann');
    const id = await ask(test, requestOf(search));
    await decide(test, bob, id, true);
    test.connection.exec(`delete from participations where email_key = 'ann'`);
    test.connection.exec(
      `update participations set expires_at = ${NOW_MS} where email_key = 'suzann'`,
    );
    expect((await save(test, id)).rows).toBe(1);
  });

  it('does not find what had expired', async () => {
    const test = await withPeople('ann');
    test.connection.exec(`update participations set expires_at = ${NOW_MS}`);
    await ask(test, requestOf(search));
    expect((await only(test)).rows).toBe(0);
  });
});

describe('the end of a request', () => {
  it('comes after 14 days, for everybody who would do something with it', async () => {
    const test = await withPeople('ann');
    const id = await ask(test);
    expect((await only(test)).expiresAt).toBe(END_MS);
    expect(await listExports(test.store, true, END_MS - 1)).toHaveLength(1);
    expect(await listExports(test.store, true, END_MS)).toEqual([]);
    await expect(decide(test, bob, id, true, END_MS)).rejects.toThrow('export.not_found');
    await expect(withdraw(test, ann, id, END_MS)).rejects.toThrow('export.not_found');
    await decide(test, bob, id, true, END_MS - 1);
    await expect(findReleased(test.store, ann, id, END_MS)).rejects.toThrow('export.not_found');
  });

  it('is made by the sweep, which leaves no trace but a count in the audit log', async () => {
    const test = await withPeople('ann');
    await ask(test, { ...requestOf({ filter: { search: 'ann' } }), purpose: 'PURPOSE-TO-FORGET' });
    await sweepExpired(test.store, { nowMs: END_MS - 1 });
    expect(stored(test)).toContain('PURPOSE-TO-FORGET');
    await sweepExpired(test.store, { nowMs: END_MS });
    expect(stored(test)).not.toContain('PURPOSE-TO-FORGET');
    expect(rowsKept(test)).toBe(0);
    expect(filesWith(test.file, test.key, 'PURPOSE-TO-FORGET')).toEqual([]);
    const [expired] = await readAuditPage(test.store, { limit: 1, action: 'export.expired' });
    expect(expired).toMatchObject({ user: 'system', details: { saved: 0, requests: 1 } });
    expect(countRows(test, 'participations')).toBe(1);
  });

  it('of a saved export comes with the sweep as well, with the name of its file', async () => {
    const test = await withPeople('ann');
    const id = await ask(test);
    await decide(test, bob, id, true);
    await save(test, id, { name: 'NAME-TO-FORGET.zip' });
    await sweepExpired(test.store, { nowMs: NOW_MS + 1_095 * DAY_MS - 1 });
    expect(stored(test)).toContain('NAME-TO-FORGET');
    await sweepExpired(test.store, { nowMs: NOW_MS + 1_095 * DAY_MS });
    expect(stored(test)).not.toContain('NAME-TO-FORGET');
    expect(filesWith(test.file, test.key, 'NAME-TO-FORGET')).toEqual([]);
    const [expired] = await readAuditPage(test.store, { limit: 1, action: 'export.expired' });
    expect(expired?.details).toEqual({ saved: 1, requests: 0 });
  });
});
