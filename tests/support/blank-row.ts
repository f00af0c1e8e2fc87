import type { TestStore } from './store';

/**
 * Inserts a row into a table of any version, with a value for each column that has to have one.
 *
 * @param values of columns, instead of such a value
 */
export function insertBlank(
  { connection }: Pick<TestStore, 'connection'>,
  table: string,
  values: Readonly<Record<string, string | number>> = {},
): void {
  const columns = connection.prepare(`pragma table_info(${table})`).all() as {
    name: string;
    type: string;
    notnull: number;
  }[];
  const needed = columns.filter(({ name, notnull }) => notnull === 1 && name !== 'id');
  const row = {
    ...Object.fromEntries(needed.map(({ name, type }) => [name, /int/i.test(type) ? 7 : 'kept'])),
    ...values,
  };
  const names = Object.keys(row);
  connection
    .prepare(
      `insert into ${table} (${names.join(', ')}) values (${names.map(() => '?').join(', ')})`,
    )
    .run(...Object.values(row));
}
