import { DataRows } from '../../main/store/data-rows';
import { NOW_MS } from '../support/now';
import { type Bench, MILLION } from './bench';
import { withStore } from './databases';
import { absolute, repeat, timed } from './figure';

const PAGE_ROWS = 100;

/** Pages all over the table as the data tab reads them, and the count that comes with each. */
export const page: Bench = {
  name: 'page',
  rows: MILLION,
  run: async ({ databases, rows, runs }) =>
    withStore(await databases.withRows(rows), async (store) => {
      const data = new DataRows(store);
      const table = 'participations' as const;
      const read = () => {
        const before = 1 + rows / 2 + Math.ceil((Math.random() * rows) / 2);
        return timed(() => data.page({ table, before, limit: PAGE_ROWS, nowMs: NOW_MS }));
      };
      const subject = { rows, runs, unit: 'ms', target: '<= 5 ms' };
      return [
        absolute({ ...subject, name: 'page' }, await repeat(Math.max(runs, 100), read)),
        absolute(
          { ...subject, name: 'page: count' },
          await repeat(runs, () => timed(() => data.count(table, NOW_MS))),
        ),
      ];
    }),
};

/** Part of an address anywhere in it: today the whole table is read. */
export const search: Bench = {
  name: 'search',
  rows: MILLION,
  run: async ({ databases, rows, runs }) =>
    withStore(await databases.withRows(rows), async (store) => {
      const find = () =>
        store
          .selectFrom('participations')
          .select('id')
          .where('email', 'like', '%a1b2%')
          .where('expires_at', '>', NOW_MS)
          .orderBy('id', 'desc')
          .execute();
      const times = await repeat(runs, () => timed(find));
      return [absolute({ name: 'search', rows, runs, unit: 'ms', target: '<= 50 ms' }, times)];
    }),
};
