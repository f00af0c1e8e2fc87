import { expect, it } from 'vitest';
import { createEmptyStore } from '../../../../tests/support/store';
import { migrate } from '.';

const TABLES = ['consents', 'customers', 'instant_wins', 'participations'];

/** A value for each column that has to have one. */
function insertRow({ connection }: ReturnType<typeof createEmptyStore>, table: string): void {
  const columns = connection.prepare(`pragma table_info(${table})`).all() as {
    name: string;
    type: string;
    notnull: number;
  }[];
  const needed = columns.filter(({ name, notnull }) => notnull === 1 && name !== 'id');
  const values = needed.map(({ type }) => (/int/i.test(type) ? 7 : 'kept'));
  const names = needed.map(({ name }) => name).join(', ');
  const places = needed.map(() => '?').join(', ');
  connection.prepare(`insert into ${table} (${names}) values (${places})`).run(...values);
}

it('keeps every row as it was, and says of none that somebody saw a legal text', async () => {
  const made = createEmptyStore();
  const { store, connection } = made;
  await migrate(store, '0017-codes');
  for (const table of TABLES) insertRow(made, table);
  const read = (table: string) =>
    connection.prepare(`select * from ${table}`).get() as Record<string, unknown>;
  const before = TABLES.map(read);
  await migrate(store);
  for (const [at, table] of TABLES.entries()) {
    expect(read(table)).toMatchObject(before[at] ?? {});
    expect(read(table)).toMatchObject({ legal_version_id: null });
  }
});
