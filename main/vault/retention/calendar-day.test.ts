import fc from 'fast-check';
import { afterEach, expect, it } from 'vitest';
import { insertRows, openTestStore, participation } from '../../../tests/support/store';
import { localDay } from './calendar-day';

const { TZ } = process.env;

afterEach(() => {
  if (TZ === undefined) delete process.env.TZ;
  else process.env.TZ = TZ;
});

const isoDay = (ms: number): string => new Date(ms).toLocaleDateString('sv-SE');

it.each(['UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kathmandu', 'Australia/Lord_Howe'])(
  'tells the local date of any moment in %s',
  async (zone) => {
    process.env.TZ = zone;
    const { store, connection } = await openTestStore();
    const from = Date.parse('2020-01-01T00:00:00Z');
    const moment = fc.integer({ min: from, max: Date.parse('2035-01-01T00:00:00Z') });
    await fc.assert(
      fc.asyncProperty(fc.array(moment, { minLength: 1, maxLength: 50 }), async (moments) => {
        connection.exec('delete from participations');
        insertRows(
          { connection },
          'participations',
          moments.map((created_at) => participation({ created_at })),
        );
        const day = localDay('created_at', Math.min(...moments), Math.max(...moments)).as('day');
        const days = await store.selectFrom('participations').select(day).orderBy('id').execute();
        expect(days.map((row) => row.day)).toEqual(moments.map(isoDay));
      }),
      { numRuns: 20 },
    );
  },
);

it('changes at midnight, also on the days on which the clocks change', async () => {
  process.env.TZ = 'Europe/Berlin';
  const test = await openTestStore();
  const moments = [
    ['2026-03-28T22:59:59.999Z', '2026-03-28'],
    ['2026-03-28T23:00:00.000Z', '2026-03-29'],
    ['2026-03-29T21:59:59.999Z', '2026-03-29'],
    ['2026-03-29T22:00:00.000Z', '2026-03-30'],
    ['2026-10-25T22:59:59.999Z', '2026-10-25'],
    ['2026-10-25T23:00:00.000Z', '2026-10-26'],
  ] as const;
  const at = moments.map(([moment]) => Date.parse(moment));
  insertRows(
    test,
    'participations',
    at.map((created_at) => participation({ created_at })),
  );
  const day = localDay('created_at', at[0] ?? 0, at.at(-1) ?? 0).as('day');
  const days = await test.store.selectFrom('participations').select(day).orderBy('id').execute();
  expect(days.map((row) => row.day)).toEqual(moments.map(([, expected]) => expected));
});
