import { statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DAY_MS, NOW_MS } from '../../../tests/support/now';
import {
  countRows,
  insertRows,
  openAgain,
  openTestStore,
  participation,
} from '../../../tests/support/store';
import { emptyWriteAheadLog } from '../../foundation/store/checkpoint';
import { readSetting, writeSetting } from '../../foundation/store/settings';
import { recordAudit, SYSTEM } from '../audit/audit-log';
import { sweepExpired } from './sweep';

const rows = (count: number, expires_at: number) =>
  Array.from({ length: count }, () => participation({ expires_at }));

describe('a sweep', () => {
  it('deletes what has expired, in every table, and nothing else', async () => {
    const test = await openTestStore();
    const {
      email: _,
      giveaway_name: __,
      giveaway_id: ___,
      participation_id: ____,
      ...common
    } = participation();
    insertRows(test, 'participations', [
      ...rows(3, NOW_MS),
      ...rows(1, NOW_MS - DAY_MS),
      ...rows(2, NOW_MS + 1),
    ]);
    insertRows(test, 'winners', rows(1, NOW_MS));
    insertRows(test, 'customers', [{ ...common, expires_at: 0, last_active_at: 0 }]);
    insertRows(test, 'variables', [{ ...common, expires_at: 0, name: 'a' }]);
    insertRows(test, 'runtime_log', [{ ...common, expires_at: 0, event: 'a' }]);
    expect(await sweepExpired(test.store, { nowMs: NOW_MS })).toEqual({
      at: NOW_MS,
      removed: { participations: 4, winners: 1, customers: 1, variables: 1, runtime_log: 1 },
      complete: true,
    });
    expect(countRows(test, 'participations')).toBe(2);
  });

  it('reports nothing when nothing has expired', async () => {
    const test = await openTestStore();
    insertRows(test, 'participations', rows(2, NOW_MS + 1));
    expect(await sweepExpired(test.store, { nowMs: NOW_MS })).toEqual({
      at: NOW_MS,
      removed: {},
      complete: true,
    });
  });

  it.each([999, 1_000, 1_001, 2_500])(
    'deletes %i rows, whatever their number is to a batch',
    async (count) => {
      const test = await openTestStore();
      insertRows(test, 'participations', [...rows(count, NOW_MS), ...rows(5, NOW_MS + 1)]);
      const { removed } = await sweepExpired(test.store, { nowMs: NOW_MS, batchRows: 1_000 });
      expect(removed).toEqual({ participations: count });
      expect(countRows(test, 'participations')).toBe(5);
    },
  );

  it('that is stopped leaves the rest to the next one, and says so', async () => {
    const test = await openTestStore();
    insertRows(test, 'participations', rows(3_000, NOW_MS));
    const stop = new AbortController();
    const request = { nowMs: NOW_MS, batchRows: 1_000, signal: stop.signal };
    const sweeping = sweepExpired(test.store, request);
    stop.abort();
    const { removed, complete } = await sweeping;
    const left = countRows(test, 'participations');
    expect(complete).toBe(false);
    expect(left).toBe(3_000 - (removed.participations ?? 0));
    expect(left).toBeGreaterThanOrEqual(2_000);
    expect((await sweepExpired(test.store, { nowMs: NOW_MS })).removed).toEqual({
      participations: left,
    });
  });

  it('leaves a receipt for each batch, in the name of whoever asked for it', async () => {
    const test = await openTestStore();
    insertRows(test, 'participations', rows(1_500, NOW_MS));
    await sweepExpired(test.store, { nowMs: NOW_MS, batchRows: 1_000, actor: { name: 'Ann' } });
    const receipts = await test.store.selectFrom('audit_log').selectAll().execute();
    expect(
      receipts.map(({ user, action, details }) => [user, action, JSON.parse(details)]),
    ).toEqual([
      ['Ann', 'rows.swept', { table: 'participations', rows: 1_000, rule: 'expired' }],
      ['Ann', 'rows.swept', { table: 'participations', rows: 500, rule: 'expired' }],
    ]);
  });

  it('is remembered', async () => {
    const test = await openTestStore();
    const report = await sweepExpired(test.store, { nowMs: NOW_MS });
    expect(await readSetting(test.store, 'last_sweep')).toEqual(report);
  });

  it('takes along what the audit log keeps no longer', async () => {
    const test = await openTestStore();
    await recordAudit(test.store, SYSTEM, NOW_MS - 731 * DAY_MS, 'workspace.created');
    await sweepExpired(test.store, { nowMs: NOW_MS });
    const entries = await test.store.selectFrom('audit_log').select('action').execute();
    expect(entries).toEqual([{ action: 'audit.pruned' }]);
  });

  it('skips rows under a legal hold, and counts the others for the totals', async () => {
    const test = await openTestStore();
    test.connection.exec(`insert into legal_holds values ('hold', 'person', 'ann', 'Ann', 'Court.',
      ${NOW_MS + DAY_MS}, 'a', 'A', ${NOW_MS}, 'b', 'B')`);
    insertRows(test, 'participations', [
      participation({ expires_at: NOW_MS, email_key: 'ann', channel: 'kiosk' }),
      participation({ expires_at: NOW_MS, email_key: 'bob', channel: 'kiosk' }),
    ]);
    expect((await sweepExpired(test.store, { nowMs: NOW_MS })).removed).toEqual({
      participations: 1,
    });
    expect(await test.store.selectFrom('participations').select('email_key').execute()).toEqual([
      { email_key: 'ann' },
    ]);
    expect(await test.store.selectFrom('daily_totals').select('rows').execute()).toEqual([
      { rows: 1 },
    ]);
  });

  it('takes back a jump of the clock that was undone: rows live as long as all others', async () => {
    const test = await openTestStore();
    const wrongMs = 400 * DAY_MS;
    const jumpedTo = NOW_MS + wrongMs;
    insertRows(test, 'participations', [
      participation({ created_at: jumpedTo + 5, expires_at: jumpedTo + 60 * DAY_MS }),
      participation({ created_at: NOW_MS - 5, expires_at: NOW_MS + 900 * DAY_MS }),
    ]);
    await writeSetting(test.store, 'clock_jumped_to', jumpedTo);
    await sweepExpired(test.store, { nowMs: NOW_MS });
    const times = await test.store
      .selectFrom('participations')
      .select(['created_at', 'expires_at'])
      .orderBy('id')
      .execute();
    expect(times).toEqual([
      { created_at: NOW_MS + 5, expires_at: NOW_MS + 60 * DAY_MS },
      { created_at: NOW_MS - 5, expires_at: NOW_MS + 900 * DAY_MS },
    ]);
    expect(await readSetting(test.store, 'clock_jumped_to')).toBeNull();
  });

  it('ends a batch early when somebody waits to write', async () => {
    const test = await openTestStore();
    insertRows(test, 'participations', rows(2_000, NOW_MS));
    const other = openAgain(test);
    const sweeping = sweepExpired(test.store, { nowMs: NOW_MS, batchRows: 2_000 });
    while (countRows(test, 'participations') === 2_000) await new Promise(setImmediate);
    await writeSetting(other, 'clock_jump_days', 7);
    expect(await other.selectFrom('participations').select('id').execute()).not.toEqual([]);
    expect((await sweeping).removed).toEqual({ participations: 2_000 });
  });

  it('counts people once although it deletes a batch in steps', async () => {
    const test = await openTestStore();
    const ann = participation({ expires_at: NOW_MS, email_key: 'ann', channel: 'kiosk' });
    insertRows(
      test,
      'participations',
      Array.from({ length: 100 }, () => ann),
    );
    await sweepExpired(test.store, { nowMs: NOW_MS, batchRows: 100 });
    expect(
      await test.store.selectFrom('daily_totals').select(['rows', 'people']).execute(),
    ).toEqual([{ rows: 100, people: 1 }]);
  });

  it('lets others write between its batches', async () => {
    const test = await openTestStore();
    insertRows(test, 'participations', rows(5_000, NOW_MS));
    const sweeping = sweepExpired(openAgain(test), { nowMs: NOW_MS });
    insertRows(test, 'participations', rows(1, NOW_MS + 1));
    await sweeping;
    expect(countRows(test, 'participations')).toBe(1);
  });
});

it('does not report the log as empty while a reader holds on to it', async () => {
  const test = await openTestStore();
  insertRows(test, 'participations', rows(10, NOW_MS));
  const reader = openAgain(test);
  let isEmpty = false;
  let emptying: Promise<void> | undefined;
  await reader.transaction().execute(async (transaction) => {
    await transaction.selectFrom('participations').selectAll().execute();
    emptying = emptyWriteAheadLog(test.store).then(() => {
      isEmpty = true;
    });
    for (let turn = 0; turn < 20; turn++) await new Promise(setImmediate);
    expect(isEmpty).toBe(false);
  });
  await emptying;
  expect(statSync(`${test.file}-wal`).size).toBe(0);
});
