import { expect, it } from 'vitest';
import type { DataFilter } from '../../../preload/contract';
import { NOW_MS } from '../../../tests/support/now';
import { insertRows, openTestStore, participation } from '../../../tests/support/store';
import { matches } from './data-filter';

const ROWS = [
  participation({ email: 'Ann@Example.com', created_at: NOW_MS - 10 }),
  participation({ email: 'a_b@example.com', firstname: 'Ann', channel: 'kiosk' }),
  participation({ email: 'axb@example.com', experience_id: 'other', module_id: 'module-2' }),
];

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
  const found = await test.store
    .selectFrom('participations')
    .select('id')
    .where(matches('participations', filter))
    .orderBy('id')
    .execute();
  expect(found.map(({ id }) => id)).toEqual(ids);
});
