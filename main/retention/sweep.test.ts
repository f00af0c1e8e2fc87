import { statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DAY_MS, NOW_MS } from '../../tests/support/now';
import {
  countRows,
  insertRows,
  openAgain,
  openTestStore,
  participation,
} from '../../tests/support/store';
import { emptyWriteAheadLog, sweepExpired } from './sweep';

const never = new AbortController().signal;
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
    expect(await sweepExpired(test.store, NOW_MS, never)).toEqual({
      at: NOW_MS,
      removed: { participations: 4, winners: 1, customers: 1, variables: 1, runtime_log: 1 },
    });
    expect(countRows(test, 'participations')).toBe(2);
  });

  it('reports nothing when nothing has expired', async () => {
    const test = await openTestStore();
    insertRows(test, 'participations', rows(2, NOW_MS + 1));
    expect(await sweepExpired(test.store, NOW_MS, never)).toEqual({ at: NOW_MS, removed: {} });
  });

  it.each([999, 1_000, 1_001, 2_500])(
    'deletes %i rows, whatever their number is to a batch',
    async (count) => {
      const test = await openTestStore();
      insertRows(test, 'participations', [...rows(count, NOW_MS), ...rows(5, NOW_MS + 1)]);
      const { removed } = await sweepExpired(test.store, NOW_MS, never);
      expect(removed).toEqual({ participations: count });
      expect(countRows(test, 'participations')).toBe(5);
    },
  );

  it('leaves nothing in the write-ahead log, in which old pages would live on', async () => {
    const test = await openTestStore();
    insertRows(test, 'participations', rows(2_000, NOW_MS));
    expect(statSync(`${test.file}-wal`).size).toBeGreaterThan(0);
    await sweepExpired(openAgain(test), NOW_MS, never);
    expect(statSync(`${test.file}-wal`).size).toBe(0);
  });

  it('empties the log even if it had nothing to delete: a deleted row may be in it', async () => {
    const test = await openTestStore();
    insertRows(test, 'participations', rows(1, NOW_MS + 1));
    test.connection.exec('delete from participations');
    await sweepExpired(test.store, NOW_MS, never);
    expect(statSync(`${test.file}-wal`).size).toBe(0);
  });

  it('that is stopped leaves the rest to the next one', async () => {
    const test = await openTestStore();
    insertRows(test, 'participations', rows(3_000, NOW_MS));
    const stop = new AbortController();
    const sweeping = sweepExpired(test.store, NOW_MS, stop.signal);
    stop.abort();
    const { removed } = await sweeping;
    const left = countRows(test, 'participations');
    expect(left).toBe(3_000 - (removed.participations ?? 0));
    expect(left).toBeGreaterThanOrEqual(2_000);
    expect((await sweepExpired(test.store, NOW_MS, never)).removed).toEqual({
      participations: left,
    });
  });

  it('lets others write between its batches', async () => {
    const test = await openTestStore();
    insertRows(test, 'participations', rows(5_000, NOW_MS));
    const sweeping = sweepExpired(openAgain(test), NOW_MS, never);
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
