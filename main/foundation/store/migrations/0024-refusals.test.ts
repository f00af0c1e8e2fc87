import { expect, it } from 'vitest';
import { createEmptyStore } from '../../../../tests/support/store';
import { migrate } from '.';

const DAY_MS = 86_400_000;

it('lets refusals go after 180 days, those that go sooner and consents as before', async () => {
  const { store, connection } = createEmptyStore();
  await migrate(store, '0023-export-person');
  const columns = connection.prepare('pragma table_info(consents)').all() as {
    name: string;
    type: string;
    notnull: number;
  }[];
  const needed = columns.filter(
    ({ name, notnull }) => (notnull === 1 && name !== 'id') || name === 'action',
  );
  const insert = connection.prepare(
    `insert into consents (${needed.map(({ name }) => name).join(', ')})
     values (${needed.map(({ name }) => `@${name}`).join(', ')})`,
  );
  const blank = Object.fromEntries(
    needed.map(({ name, type }) => [name, /int/i.test(type) ? 0 : 'x']),
  );
  for (const [action, days] of [
    ['refused', 1_095],
    ['refused', 30],
    ['given', 1_095],
  ] as const)
    insert.run({ ...blank, action, created_at: 1_000, expires_at: 1_000 + days * DAY_MS });
  await migrate(store);
  const kept = connection.prepare('select expires_at from consents order by id').pluck().all();
  expect(kept).toEqual([180, 30, 1_095].map((days) => 1_000 + days * DAY_MS));
});
