import { describe, expect, it } from 'vitest';
import { type HoldSubject, latestHoldEnd } from '../../../preload/contract';
import { DAY_MS, NOW_MS } from '../../../tests/support/now';
import {
  countRows,
  insertRows,
  openTestStore,
  participation,
  type TestStore,
} from '../../../tests/support/store';
import { DataRows } from '../../foundation/store/data-rows';
import { anyTable } from '../../foundation/store/tables/any-table';
import { deleteAll, deleteRow } from './deletions';
import {
  approveHold,
  endHold,
  endPastHolds,
  isHeld,
  listHolds,
  requestHold,
  storedGiveaways,
} from './holds';
import { isScrubDue } from './scrub';
import { sweepExpired } from './sweep';

const ADA = { id: 'u1', name: 'Ada' };
const GRACE = { id: 'u2', name: 'Grace' };
const ANN: HoldSubject = { kind: 'person', email: ' Ann@Example.com' };
const SUMMER: HoldSubject = { kind: 'giveaway', giveawayId: 'summer', name: 'Summer raffle' };
const UNTIL = NOW_MS + 100 * DAY_MS;
const table = 'participations' as const;

const person = (email: string, changes = {}) =>
  participation({ email, email_key: email, ...changes });

async function held(test: TestStore, subject: HoldSubject, approve = true): Promise<string> {
  const reason = 'Claim 4711';
  await requestHold(test.store, ADA, { subject, reason, untilMs: UNTIL }, NOW_MS);
  const [hold] = await listHolds(test.store, NOW_MS);
  if (approve) await approveHold(test.store, GRACE, hold?.id ?? '', NOW_MS);
  return hold?.id ?? '';
}

/** Ids of the rows that are kept at that time. */
async function keptRows({ store }: TestStore, nowMs: number): Promise<number[]> {
  const rows = await store
    .selectFrom(anyTable(table))
    .select('id')
    .where((row) => isHeld(row, table, nowMs))
    .execute();
  return rows.map(({ id }) => id);
}

describe('a hold', () => {
  it('keeps nothing until a second user approves it', async () => {
    const test = await openTestStore();
    insertRows(test, table, [person('ann@example.com')]);
    const id = await held(test, ANN, false);
    expect(await keptRows(test, NOW_MS)).toEqual([]);
    await expect(approveHold(test.store, ADA, id, NOW_MS)).rejects.toThrow('hold.same_user');
    expect(await keptRows(test, NOW_MS)).toEqual([]);
    await approveHold(test.store, GRACE, id, NOW_MS);
    expect(await keptRows(test, NOW_MS)).toEqual([1]);
  });

  it('keeps the rows of one person, whatever the letter case, and of nobody else', async () => {
    const test = await openTestStore();
    insertRows(test, table, [person('ann@example.com'), person('bob@example.com')]);
    await held(test, ANN);
    expect(await keptRows(test, NOW_MS)).toEqual([1]);
  });

  it('keeps the rows of one giveaway, in the tables that know giveaways', async () => {
    const test = await openTestStore();
    insertRows(test, table, [person('ann@example.com'), participation({ giveaway_id: 'winter' })]);
    await held(test, SUMMER);
    expect(await keptRows(test, NOW_MS)).toEqual([1]);
    const [hold] = await listHolds(test.store, NOW_MS);
    expect(hold).toMatchObject({ subject: SUMMER, rows: 1, rowsPastExpiry: 0 });
  });

  it('on a person keeps no giveaway that is called like their address, nor the other way round', async () => {
    const test = await openTestStore();
    const address = 'ann@example.com';
    insertRows(test, table, [
      person('bob@example.com', { giveaway_id: address }),
      person('summer'),
    ]);
    await held(test, ANN);
    expect(await keptRows(test, NOW_MS)).toEqual([]);
    await endHold(test.store, ADA, (await listHolds(test.store, NOW_MS))[0]?.id ?? '', NOW_MS);
    insertRows(test, table, [person('summer', { giveaway_id: 'winter' })]);
    await held(test, SUMMER);
    expect(await keptRows(test, NOW_MS)).toEqual([2]);
  });

  it('lasts until its end and not a millisecond longer', async () => {
    const test = await openTestStore();
    insertRows(test, table, [person('ann@example.com')]);
    await held(test, ANN);
    expect(await keptRows(test, UNTIL - 1)).toEqual([1]);
    expect(await keptRows(test, UNTIL)).toEqual([]);
  });

  it('is approved once, by who does it first', async () => {
    const test = await openTestStore();
    const id = await held(test, ANN);
    await approveHold(test.store, { id: 'u3', name: 'Alan' }, id, NOW_MS);
    expect(await listHolds(test.store, NOW_MS)).toMatchObject([{ approvedBy: 'Grace' }]);
    const approved = `select count(*) from audit_log where action = 'hold.approved'`;
    expect(test.connection.prepare(approved).pluck().get()).toBe(1);
  });

  it('is neither listed nor approved once its end has come', async () => {
    const test = await openTestStore();
    const id = await held(test, ANN, false);
    expect(await listHolds(test.store, UNTIL - 1)).toHaveLength(1);
    expect(await listHolds(test.store, UNTIL)).toEqual([]);
    await expect(approveHold(test.store, GRACE, id, UNTIL)).rejects.toThrow('hold.ended');
    await approveHold(test.store, GRACE, id, UNTIL - 1);
    expect(await listHolds(test.store, UNTIL - 1)).toMatchObject([{ approvedBy: 'Grace' }]);
  });

  it('asks for its traces to be removed with it, whether it is ended or its end has come', async () => {
    const test = await openTestStore();
    const id = await held(test, ANN);
    expect(await isScrubDue(test.store)).toBe(false);
    await endHold(test.store, ADA, id, NOW_MS);
    expect(await isScrubDue(test.store)).toBe(true);
    const other = await openTestStore();
    await held(other, ANN);
    await endPastHolds(other.store, UNTIL - 1);
    expect(await isScrubDue(other.store)).toBe(false);
    await endPastHolds(other.store, UNTIL);
    expect(await isScrubDue(other.store)).toBe(true);
  });

  it('is forgotten by the first sweep after its end, with the rows that it kept', async () => {
    const test = await openTestStore();
    insertRows(test, table, [person('ann@example.com')]);
    await held(test, ANN);
    await sweepExpired(test.store, { nowMs: UNTIL - 1 });
    expect(countRows(test, table)).toBe(1);
    await sweepExpired(test.store, { nowMs: UNTIL });
    expect(countRows(test, table)).toBe(0);
    expect(test.connection.prepare('select count(*) from legal_holds').pluck().get()).toBe(0);
  });

  it('needs an end that is still to come', async () => {
    const { store } = await openTestStore();
    const request = { subject: ANN, reason: 'Claim 4711', untilMs: NOW_MS };
    await expect(requestHold(store, ADA, request, NOW_MS)).rejects.toThrow('hold.end_passed');
  });

  it('lasts ten years at most', async () => {
    const { store } = await openTestStore();
    const until = (untilMs: number) =>
      requestHold(store, ADA, { subject: ANN, reason: 'Claim 4711', untilMs }, NOW_MS);
    await expect(until(Date.UTC(9999, 11, 31))).rejects.toThrow('hold.end_too_late');
    await expect(until(latestHoldEnd(NOW_MS) + 1)).rejects.toThrow('hold.end_too_late');
    await until(latestHoldEnd(NOW_MS));
    expect(await listHolds(store, NOW_MS)).toHaveLength(1);
  });

  it('says who, why, until when, and how many rows would be gone without it', async () => {
    const test = await openTestStore();
    insertRows(test, table, [
      person('ann@example.com'),
      person('ann@example.com', { expires_at: NOW_MS }),
    ]);
    await held(test, ANN);
    expect(await listHolds(test.store, NOW_MS)).toMatchObject([
      {
        subject: { kind: 'person', email: ANN.email.trim() },
        reason: 'Claim 4711',
        untilMs: UNTIL,
        requestedBy: 'Ada',
        approvedBy: 'Grace',
        rows: 2,
        rowsPastExpiry: 1,
      },
    ]);
    expect(await new DataRows(test.store).count(table, NOW_MS)).toBe(1);
  });

  it('can be about any giveaway that stored rows know', async () => {
    const test = await openTestStore();
    insertRows(test, table, [person('ann@example.com'), person('bob@example.com')]);
    insertRows(test, 'winners', [participation({ giveaway_id: 'w', giveaway_name: 'Autumn' })]);
    expect(await storedGiveaways(test.store)).toEqual([
      { giveawayId: 'w', name: 'Autumn', experienceName: 'Hello World' },
      { giveawayId: 'summer', name: 'Summer raffle', experienceName: 'Hello World' },
    ]);
  });

  it('is not found twice', async () => {
    const test = await openTestStore();
    const id = await held(test, ANN);
    await endHold(test.store, ADA, id, NOW_MS);
    await expect(endHold(test.store, ADA, id, NOW_MS)).rejects.toThrow('hold.not_found');
    await expect(approveHold(test.store, GRACE, id, NOW_MS)).rejects.toThrow('hold.not_found');
  });
});

describe('whom a hold is about', () => {
  it('leaves the workspace when the hold ends, is withdrawn or passes its end', async () => {
    const test = await openTestStore();
    await endHold(test.store, ADA, await held(test, ANN), NOW_MS);
    await endHold(test.store, ADA, await held(test, ANN, false), NOW_MS);
    await held(test, ANN);
    await endPastHolds(test.store, UNTIL - 1);
    expect(test.connection.prepare('select count(*) from legal_holds').pluck().get()).toBe(1);
    await endPastHolds(test.store, UNTIL);
    expect(test.connection.prepare('select count(*) from legal_holds').pluck().get()).toBe(0);
  });

  it('never reaches the audit log', async () => {
    const test = await openTestStore();
    await endHold(test.store, ADA, await held(test, ANN), NOW_MS);
    const log = test.connection.prepare('select action, user, details from audit_log').all();
    expect(log).toMatchObject([
      { action: 'hold.requested', user: 'Ada' },
      { action: 'hold.approved', user: 'Grace' },
      { action: 'hold.ended', user: 'Ada' },
    ]);
    expect(JSON.stringify(log).toLowerCase()).not.toMatch(/ann|4711/);
  });
});

describe('deleting while rows are held', () => {
  it('refuses the one row, and takes it once the hold has ended', async () => {
    const test = await openTestStore();
    insertRows(test, table, [person('ann@example.com')]);
    const id = await held(test, ANN);
    await expect(deleteRow(test.store, GRACE, table, 1, NOW_MS)).rejects.toThrow('data.row_held');
    expect(countRows(test, table)).toBe(1);
    await endHold(test.store, ADA, id, NOW_MS);
    await deleteRow(test.store, GRACE, table, 1, NOW_MS);
    expect(countRows(test, table)).toBe(0);
  });

  it('all leaves what is held, and says how much', async () => {
    const test = await openTestStore();
    insertRows(test, table, [
      person('ann@example.com'),
      person('ann@example.com', { expires_at: NOW_MS - 1 }),
      person('bob@example.com'),
    ]);
    await held(test, ANN);
    const request = { table, confirmedRows: 2 };
    expect(await deleteAll(test.store, GRACE, request, NOW_MS)).toEqual({ deleted: 1, held: 1 });
    expect(countRows(test, table)).toBe(2);
  });
});
