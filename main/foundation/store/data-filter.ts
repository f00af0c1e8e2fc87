import { type ExpressionBuilder, type ExpressionWrapper, type SqlBool, sql } from 'kysely';
import type { DataFilter, TableName } from '../../../preload/contract';
import { emailKey } from '../person/email-key';
import type { Schema } from './schema';
import { dialledInSearch } from './search/digits';
import { foldSearch } from './search/fold';
import { searchableColumns } from './tables';

type Row = ExpressionBuilder<Schema, 'participations'>;

/** The rows that a filter means: `.where(matches(table, filter))`. Whether they live is another matter. */
export function matches(
  table: TableName,
  { search, searchIn, address, experienceId, moduleId, channel, from, to, includeIds }: DataFilter,
): (row: Row) => ExpressionWrapper<Schema, 'participations', SqlBool> {
  return (row) =>
    row.and([
      ...(search === undefined ? [] : [holds(row, table, search, searchIn)]),
      ...(address === undefined ? [] : [row('email_key', '=', emailKey(address))]),
      ...(experienceId === undefined ? [] : [row(unindexed('experience_id'), '=', experienceId)]),
      ...(moduleId === undefined ? [] : [row('module_id', '=', moduleId)]),
      ...(channel === undefined ? [] : [row('channel', '=', channel)]),
      ...(from === undefined ? [] : [row('created_at', '>=', from)]),
      ...(to === undefined ? [] : [row('created_at', '<', to)]),
      ...(includeIds === undefined ? [] : [row('id', 'in', includeIds)]),
    ]);
}

/**
 * SQLite takes an index on a value for a sure way to few rows, and would sort the millions that an
 * experience may have; who knows that they are few asks for them by their ids.
 */
function unindexed(column: 'experience_id') {
  return sql<string>`+${sql.ref(column)}`;
}

/**
 * Not LIKE, in which `%` and `_` of an address would stand for anything. The columns are folded
 * together: a call from SQL costs more than what it does. A phone number is found by its digits, too,
 * however it and the search are written.
 */
function holds(row: Row, table: TableName, search: string, among?: readonly string[]) {
  const folded = foldSearch(search);
  // Of a search that nobody sees, no text is meant; the empty one is in each.
  if (folded === '') return row.and([row.lit(false)]);
  const columns: string[] = searchableColumns(table).filter(
    (column) => among?.includes(column) ?? true,
  );
  const values = columns.map((column) => sql`coalesce(${sql.ref(column)}, '')`);
  const text = values.length === 0 ? sql`''` : sql.join(values, sql` || char(10) || `);
  const found = row(sql<number>`instr(fold(${text}), ${folded})`, '>', 0);
  const digits = dialledInSearch(search);
  if (digits === null || !columns.includes('phone')) return found;
  return row.or([found, row(sql<number>`instr(digits(phone), ${digits})`, '>', 0)]);
}
