import { describe, expect, it } from 'vitest';
import { extractWith7Zip } from '../../../tests/support/archive';
import { calledBy } from '../../../tests/support/exports';
import { DAY_MS, NOW_MS } from '../../../tests/support/now';
import { filesWith } from '../../../tests/support/pages-on-disk';
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
  save,
  withdraw,
  withPeople,
} from '../../../tests/support/releases';
import { countRows, insertRows, openTestStore, type TestStore } from '../../../tests/support/store';
import { readAuditPage } from '../../vault/audit/audit-entries';
import { sweepExpired } from '../../vault/retention/sweep';
import { setExportSettings } from './export-settings';
import { listExports } from './register';
import { findReleased, requestRelease } from './release';

/** All that the database holds about exports. */
const stored = ({ connection }: TestStore): string =>
  ['exports', 'export_rows', 'settings', 'audit_log']
    .map((table) => JSON.stringify(connection.prepare(`select * from ${table}`).all()))
    .join();

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

  it('with one row per participant counts, releases and saves those who were found', async () => {
    const test = await openTestStore();
    const inSession = (name: string, at: string) => ({ ...person(name), session_id: at });
    insertRows(test, 'participations', [
      inSession('ann', 'one'),
      inSession('Joann', 'two'),
      inSession('ann', 'two'),
      inSession('bea', 'three'),
    ]);
    const id = await ask(test, requestOf({ ...search, form: 'participants' }));
    expect(await only(test)).toMatchObject({ rows: 2, form: 'participants' });
    expect(rowsKept(test)).toBe(3);
    await decide(test, bob, id, true);
    insertRows(test, 'participations', [inSession('suzann', 'four')]);
    const { file, rows } = await save(test, id);
    expect(rows).toBe(2);
    const csv = extractWith7Zip(file, password, 'participants.csv');
    expect(csv).not.toMatch(/bea@|suzann@/);
    expect(stored(test).toLowerCase()).not.toContain('ann@exam');
    expect(rowsKept(test)).toBe(0);
  });

  it('for a whole address, as masked users make it, is not kept either', async () => {
    const test = await withPeople('bea');
    insertRows(test, 'participations', [{ ...person('ann'), email_key: 'ann@example.com' }]);
    await ask(test, requestOf({ filter: { address: 'ann@example.com' } }));
    expect(stored(test)).not.toContain('ann@');
    expect(await only(test)).toMatchObject({ rows: 1, filter: { isSearched: true } });
    expect(rowsKept(test)).toBe(1);
  });

  it('finds in every table, by channel, and many rows', async () => {
    const test = await openTestStore();
    const many = Array.from({ length: 6_000 }, (_, at) => ({
      ...person(`p${at}`),
      channel: 'kiosk',
    }));
    insertRows(test, 'participations', [...many, person('p6000')]);
    const { giveaway_name: _, giveaway_id: __, participation_id: ___, ...common } = person('p1');
    insertRows(test, 'consents', [{ ...common, channel: 'kiosk' }, common]);
    const tables = ['participations', 'consents'] as const;
    const id = await ask(
      test,
      requestOf({ tables: [...tables], filter: { search: 'p' }, channels: 'collected' }),
    );
    await decide(test, bob, id, true);
    expect((await save(test, id)).rows).toBe(6_001);
  });

  it('finds nothing of what another request has found', async () => {
    const test = await withPeople('ann', 'bea');
    const id = await ask(test, requestOf(search));
    await requestRelease(calledBy(ann, test.store), requestOf({ filter: { search: 'bea' } }));
    await decide(test, bob, id, true);
    expect((await save(test, id)).rows).toBe(1);
    expect(rowsKept(test)).toBe(1);
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
    const changing = calledBy(ann, test.store, 'export.settings_changed');
    await setExportSettings(changing, { registerDays: 31 });
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
