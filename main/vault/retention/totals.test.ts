import { describe, expect, it } from 'vitest';
import { asksEmail, chain } from '../../../tests/support/graphs';
import { DAY_MS, NOW_MS } from '../../../tests/support/now';
import { insertRows, openTestStore, participation } from '../../../tests/support/store';
import { Experiences } from '../../chat/experiences/experiences';
import { deleteAll, removeRows } from './deletions';
import { countTotals, readTotals } from './totals';

const table = 'participations' as const;
const RECEIPT = { actor: { name: 'Grace' }, nowMs: NOW_MS, rule: 'all_rows' } as const;
const every = (row: Parameters<Parameters<typeof countTotals>[2]>[0]) => row('id', '>', 0);

const rows = (people: number, changes = {}) =>
  Array.from({ length: people }, (_, index) =>
    participation({ channel: 'kiosk', session_id: `s${index}`, ...changes }),
  );

describe('what is left of rows that go', () => {
  it('is one count per day, experience, module and table', async () => {
    const test = await openTestStore();
    insertRows(test, table, [...rows(12), ...rows(11, { created_at: NOW_MS - DAY_MS })]);
    await deleteAll(test.store, { name: 'Grace' }, { table, confirmedRows: 23 }, NOW_MS);
    expect(await readTotals(test.store)).toEqual([
      expect.objectContaining({
        day: '2026-07-15',
        experienceName: 'Hello World',
        table,
        rows: 12,
      }),
      expect.objectContaining({ day: '2026-07-14', moduleId: 'module-1', rows: 11 }),
    ]);
  });

  it('adds up over several deletions', async () => {
    const test = await openTestStore();
    insertRows(test, table, rows(12));
    for (const index of [1, 2, 3]) {
      const rest = (12 * (3 - index)) / 3;
      await removeRows(test.store, table, (row) => row('id', '>', rest), RECEIPT);
    }
    expect(await readTotals(test.store)).toMatchObject([{ rows: 12 }]);
  });

  it('counts a person once, in however many steps their rows go', async () => {
    const test = await openTestStore();
    const ann = Array.from({ length: 10 }, () => rows(1, { email_key: 'ann@example.com' })).flat();
    insertRows(test, table, ann);
    for (let id = 1; id <= ann.length; id++) {
      await removeRows(test.store, table, (row) => row('id', '=', id), RECEIPT);
    }
    expect(await readTotals(test.store)).toMatchObject([{ rows: null }]);
  });

  it('counts a session once whose address is not known, and not a person for it', async () => {
    const test = await openTestStore();
    const anonymous = (session: string) => rows(1, { session_id: session, email_key: null });
    insertRows(test, table, [
      ...Array.from({ length: 10 }, () => anonymous('ann@example.com')).flat(),
      ...rows(1, { email_key: 'ann@example.com' }),
      ...anonymous('another'),
    ]);
    const people = async () =>
      (await test.store.selectFrom('daily_totals').select('people').executeTakeFirst())?.people;
    for (let id = 1; id <= 9; id++)
      await removeRows(test.store, table, (row) => row('id', '=', id), RECEIPT);
    expect(await people()).toBe(0);
    await removeRows(test.store, table, (row) => row('id', '=', 10), RECEIPT);
    expect(await people()).toBe(1);
    await removeRows(test.store, table, every, RECEIPT);
    expect(await people()).toBe(3);
  });

  it('counts everybody in the end whose rows of a day go in two steps', async () => {
    const test = await openTestStore();
    insertRows(test, table, [
      ...rows(10),
      ...rows(10),
      ...rows(10, { created_at: NOW_MS - DAY_MS }),
    ]);
    for (const third of [1, 2, 0]) {
      await removeRows(
        test.store,
        table,
        (row) => row.and([row('id', '>', third * 10), row('id', '<=', third * 10 + 4)]),
        RECEIPT,
      );
    }
    expect((await readTotals(test.store)).map(({ rows: shown }) => shown)).toEqual([null, null]);
    await removeRows(test.store, table, every, RECEIPT);
    expect((await readTotals(test.store)).map(({ rows: shown }) => shown)).toEqual([20, 10]);
  });

  it('is not shown for fewer than ten people, however many rows they left', async () => {
    const test = await openTestStore();
    insertRows(test, table, [...rows(9), ...rows(9), ...rows(9)]);
    await countTotals(test.store, table, every);
    expect(await readTotals(test.store)).toMatchObject([{ rows: null }]);
    insertRows(test, table, rows(1, { session_id: 'another' }));
    await countTotals(test.store, table, (row) => row('session_id', '=', 'another'));
    expect(await readTotals(test.store)).toMatchObject([{ rows: 28 }]);
  });

  it('leaves the preview out', async () => {
    const test = await openTestStore();
    insertRows(test, table, rows(12, { channel: 'preview' }));
    await countTotals(test.store, table, every);
    expect(await readTotals(test.store)).toEqual([]);
  });

  it('names the module and its kind as long as an experience has it', async () => {
    const test = await openTestStore();
    const flow = chain({ ...asksEmail('a'), name: 'Who are you?' });
    await new Experiences(test.store).create('e', 'Hello World', flow, NOW_MS);
    insertRows(test, table, [...rows(10, { module_id: 'a' }), ...rows(10)]);
    await countTotals(test.store, table, every);
    const named = (await readTotals(test.store)).map(({ moduleType, moduleName }) => [
      moduleType,
      moduleName,
    ]);
    expect(named).toHaveLength(2);
    expect(named).toEqual(
      expect.arrayContaining([
        ['email', 'Who are you?'],
        [null, null],
      ]),
    );
  });

  it('counts a row on the local day on which it was written, in summer and in winter', async () => {
    const { TZ } = process.env;
    process.env.TZ = 'Europe/Berlin';
    try {
      const test = await openTestStore();
      const written = ['2026-07-15T21:59:59Z', '2026-07-15T22:00:00Z', '2026-12-15T22:59:59Z'];
      insertRows(
        test,
        table,
        written.flatMap((at) => rows(10, { created_at: Date.parse(at) })),
      );
      await countTotals(test.store, table, every);
      const days = (await readTotals(test.store)).map(({ day }) => day);
      expect(days).toEqual(['2026-12-15', '2026-07-16', '2026-07-15']);
    } finally {
      if (TZ === undefined) delete process.env.TZ;
      else process.env.TZ = TZ;
    }
  });
});
