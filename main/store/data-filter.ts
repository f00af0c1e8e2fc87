import type { ExpressionBuilder, ExpressionWrapper, SqlBool } from 'kysely';
import type { DataFilter, TableName } from '../../preload/contract';
import type { Schema } from './schema';
import { dataTables } from './tables';
import type { Columns } from './tables/define-table';

type Row = ExpressionBuilder<Schema, 'participations'>;

/** The rows that a filter means: `.where(matches(table, filter))`. Whether they live is another matter. */
export function matches(
  table: TableName,
  { search, experienceId, moduleId, channel, from, to, includeIds }: DataFilter,
): (row: Row) => ExpressionWrapper<Schema, 'participations', SqlBool> {
  return (row) =>
    row.and([
      ...(search === undefined ? [] : [holds(row, table, search)]),
      ...(experienceId === undefined ? [] : [row('experience_id', '=', experienceId)]),
      ...(moduleId === undefined ? [] : [row('module_id', '=', moduleId)]),
      ...(channel === undefined ? [] : [row('channel', '=', channel)]),
      ...(from === undefined ? [] : [row('created_at', '>=', from)]),
      ...(to === undefined ? [] : [row('created_at', '<', to)]),
      ...(includeIds === undefined ? [] : [row('id', 'in', includeIds)]),
    ]);
}

/** Not LIKE, in which `%` and `_` of an address would stand for anything. */
function holds(row: Row, table: TableName, search: string) {
  const { fn } = row;
  return row.or(
    personalColumns(table).map((column) =>
      row(fn('instr', [fn('lower', [column]), fn('lower', [row.val(search)])]), '>', 0),
    ),
  );
}

function personalColumns(table: TableName): 'email'[] {
  const columns: Columns = dataTables[table].columns;
  return Object.keys(columns).filter((name) => columns[name]?.personal) as 'email'[];
}
