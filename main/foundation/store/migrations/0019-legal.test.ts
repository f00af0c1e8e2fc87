import { expect, it } from 'vitest';
import { insertBlank } from '../../../../tests/support/blank-row';
import { createEmptyStore } from '../../../../tests/support/store';
import { migrate } from '.';

const TABLES = ['consents', 'customers', 'instant_wins', 'participations'];

it('keeps every row as it was, and says of none that somebody saw a legal text', async () => {
  const made = createEmptyStore();
  const { store, connection } = made;
  await migrate(store, '0017-codes');
  for (const table of TABLES) insertBlank(made, table);
  const read = (table: string) =>
    connection.prepare(`select * from ${table}`).get() as Record<string, unknown>;
  const before = TABLES.map(read);
  await migrate(store);
  for (const [at, table] of TABLES.entries()) {
    expect(read(table)).toMatchObject(before[at] ?? {});
    expect(read(table)).toMatchObject({ legal_version_id: null });
  }
});
