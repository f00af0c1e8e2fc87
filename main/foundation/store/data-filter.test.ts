import { expect, it } from 'vitest';
import type { DataFilter } from '../../../preload/contract';
import { NOW_MS } from '../../../tests/support/now';
import {
  insertRows,
  openTestStore,
  participation,
  type TestStore,
} from '../../../tests/support/store';
import { matches } from './data-filter';

const ROWS = [
  participation({ email: 'Ann@Example.com', created_at: NOW_MS - 10 }),
  participation({ email: 'a_b@example.com', firstname: 'Ann', channel: 'kiosk' }),
  participation({ email: 'axb@example.com', experience_id: 'other', module_id: 'module-2' }),
];
const NUMBER = participation({ email: 'tel@example.com', phone: '+491602229999;ext=12' });

async function idsOf({ store }: Pick<TestStore, 'store'>, filter: DataFilter) {
  const rows = store.selectFrom('participations').select('id').orderBy('id');
  const found = await rows.where(matches('participations', filter)).execute();
  return found.map(({ id }) => id);
}

it.each<[DataFilter, number[]]>([
  [{}, [1, 2, 3]],
  [{ search: 'ann' }, [1, 2]],
  [{ search: 'A_B@' }, [2]],
  [{ search: '%' }, []],
  [{ search: '\u200B' }, []],
  [{ search: 'Ann\u2060' }, [1, 2]],
  [{ search: 'Ann Lee <ANN@example.com>,' }, [1]],
  [{ search: 'summer' }, []],
  [{ channel: 'kiosk' }, [2]],
  [{ experienceId: 'other' }, [3]],
  [{ moduleId: 'module-1' }, [1, 2]],
  [{ from: NOW_MS }, [2, 3]],
  [{ to: NOW_MS }, [1]],
  [{ includeIds: [1, 3, 99] }, [1, 3]],
  [{ includeIds: [1, 3], search: 'ann' }, [1]],
])('%j means the rows %j', async (filter, ids) => {
  const test = await openTestStore();
  insertRows(
    test,
    'participations',
    ROWS.map((row) => ({ firstname: null, ...row })),
  );
  expect(await idsOf(test, filter)).toEqual(ids);
});

it.each(["O'Neill", 'O’Neill', 'oʼneill', "o'neill-lee", 'O’Neill–Lee'])(
  'finds O’Neill‑Lee by %s',
  async (search) => {
    const test = await openTestStore();
    insertRows(test, 'participations', [participation({ firstname: 'O’Neill\u2011Lee' })]);
    expect(await idsOf(test, { search })).toEqual([1]);
  },
);

it.each([
  '+491602229999',
  '0160 2229999',
  '+49 160 222 99 99',
  '0049160 2229999',
  '160-2229999',
  '+49 (0) 160/2229999',
  '491602229999',
  '\u202D+49 160 2229999\u202C',
  '０１６０２２２９９９９',
  '0160 2229999 ext. 12',
])('finds a phone number that is written %s', async (search) => {
  const test = await openTestStore();
  insertRows(test, 'participations', [NUMBER]);
  insertRows(test, 'participations', ROWS.slice(0, 1));
  expect(await idsOf(test, { search })).toEqual([1]);
});

it('does not take some digits for a number, nor looks for one where numbers are masked', async () => {
  const test = await openTestStore();
  insertRows(test, 'participations', [NUMBER]);
  expect(await idsOf(test, { search: '0160 2' })).toEqual([]);
  expect(await idsOf(test, { search: '0160 2229999', searchIn: ['email'] })).toEqual([]);
});
