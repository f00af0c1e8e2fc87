import { expect, it } from 'vitest';
import { DAY_MS, NOW_MS } from '../../../tests/support/now';
import { insertRows, openTestStore, participation } from '../../../tests/support/store';
import { expiryCalendar } from './calendar';
import { approveHold, listHolds, requestHold } from './holds';

const at = (expires_at: number | string) =>
  participation({
    expires_at: typeof expires_at === 'string' ? Date.parse(expires_at) : expires_at,
  });

async function inBerlin(work: () => Promise<void>): Promise<void> {
  const { TZ } = process.env;
  process.env.TZ = 'Europe/Berlin';
  try {
    await work();
  } finally {
    if (TZ === undefined) delete process.env.TZ;
    else process.env.TZ = TZ;
  }
}

it('counts what expires on each day, table by table, and nothing that has expired', async () => {
  const test = await openTestStore();
  insertRows(test, 'participations', [
    at(NOW_MS - 1),
    at(NOW_MS),
    at(NOW_MS + 1),
    at(NOW_MS + DAY_MS),
    at(NOW_MS + DAY_MS),
  ]);
  insertRows(test, 'winners', [at(NOW_MS + DAY_MS)]);
  expect(await expiryCalendar(test.store, 30, NOW_MS)).toEqual([
    { day: '2026-07-15', table: 'participations', rows: 1 },
    { day: '2026-07-16', table: 'participations', rows: 2 },
    { day: '2026-07-16', table: 'winners', rows: 1 },
  ]);
});

it('leaves out what a legal hold keeps beyond its day', async () => {
  const test = await openTestStore();
  const of = (email_key: string) => participation({ email_key, expires_at: NOW_MS + DAY_MS });
  insertRows(test, 'participations', [of('ann@example.com'), of('bob@example.com')]);
  const untilMs = NOW_MS + 9 * DAY_MS;
  const subject = { kind: 'person', email: 'ann@example.com' } as const;
  const ada = { id: 'u1', name: 'Ada' };
  await requestHold(test.store, ada, { subject, reason: 'Claim 4711', untilMs }, NOW_MS);
  const rows = async () => (await expiryCalendar(test.store, 30, NOW_MS)).map((day) => day.rows);
  expect(await rows()).toEqual([2]);
  const [hold] = await listHolds(test.store, NOW_MS);
  await approveHold(test.store, { id: 'u2', name: 'Grace' }, hold?.id ?? '', NOW_MS);
  expect(await rows()).toEqual([1]);
});

it('ends with the last of the days that were asked for', () =>
  inBerlin(async () => {
    const test = await openTestStore();
    insertRows(test, 'participations', [at('2026-07-16T21:59:59Z'), at('2026-07-16T22:00:00Z')]);
    expect(await expiryCalendar(test.store, 2, NOW_MS)).toMatchObject([{ day: '2026-07-16' }]);
  }));

it('knows that days begin an hour later in winter, and that one has 25 hours', () =>
  inBerlin(async () => {
    const test = await openTestStore();
    insertRows(test, 'participations', [
      at('2026-10-24T22:00:00Z'),
      at('2026-10-25T22:59:59Z'),
      at('2026-10-25T23:00:00Z'),
    ]);
    const calendar = await expiryCalendar(test.store, 3, Date.parse('2026-10-24T10:00:00Z'));
    expect(calendar).toMatchObject([
      { day: '2026-10-25', rows: 2 },
      { day: '2026-10-26', rows: 1 },
    ]);
  }));
