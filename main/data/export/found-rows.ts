import type { ExportSelection, TableName } from '../../../preload/contract';
import type { RowReference } from '../../foundation/rows';
import type { Store } from '../../foundation/store/database';
import { anyTable } from '../../foundation/store/tables/any-table';
import type { RowCondition } from '../../vault/retention/totals';
import type { Permit } from './allowance';
import { exportedRows } from './exported-rows';

/*
 * A search is part of somebody's address or name. A request for a release does not keep it: it keeps
 * which rows were found. Those that are deleted later are not found any more, and their ids say nothing.
 */

/** Stands for a search that there was. */
const SEARCHED = '***';

export const isSearched = ({ filter }: Pick<ExportSelection, 'filter'>): boolean =>
  filter.search !== undefined || filter.address !== undefined;

/** As it is stored: that there was a search stays, what was searched for does not. */
export function withoutSearch(selection: ExportSelection): string {
  const { address: _, ...filter } = selection.filter;
  if (!isSearched(selection)) return JSON.stringify(selection);
  return JSON.stringify({ ...selection, filter: { ...filter, search: SEARCHED } });
}

/** The rows that a selection means now. */
export async function findRows(
  store: Store,
  selection: ExportSelection,
  nowMs: number,
): Promise<RowReference[]> {
  const found: RowReference[] = [];
  for (const table of selection.tables) {
    const rows = await store
      .selectFrom(anyTable(table))
      .select('id')
      .where(exportedRows(table, selection, nowMs))
      .execute();
    for (const { id } of rows) found.push({ table, id });
  }
  return found;
}

/** SQLite takes 32,766 parameters at once. */
const ROWS_AT_ONCE = 5_000;

/** Keeps what was found with a request, whose end takes it along. */
export async function keepFound(
  transaction: Store,
  exportId: string,
  found: readonly RowReference[],
): Promise<void> {
  for (let from = 0; from < found.length; from += ROWS_AT_ONCE) {
    const rows = found.slice(from, from + ROWS_AT_ONCE);
    await transaction
      .insertInto('export_rows')
      .values(rows.map(({ table, id }) => ({ export_id: exportId, table_name: table, row_id: id })))
      .execute();
  }
}

export function readFound(store: Store, exportId: string): Promise<RowReference[]> {
  return store
    .selectFrom('export_rows')
    .select(['table_name as table', 'row_id as id'])
    .where('export_id', '=', exportId)
    .execute();
}

export async function forgetFound(transaction: Store, exportId: string): Promise<void> {
  await transaction.deleteFrom('export_rows').where('export_id', '=', exportId).execute();
}

/** The live rows that an export takes: where a search was released, those that it had found then. */
export function rowsToExport(
  { selection, permit, entryId }: ExportedScope,
  table: TableName,
  nowMs: number,
): RowCondition {
  return permit === 'released' && isSearched(selection)
    ? foundRows(table, entryId, nowMs)
    : exportedRows(table, selection, nowMs);
}

export interface ExportedScope {
  readonly selection: ExportSelection;
  readonly permit: Permit;
  readonly entryId: string;
}

/** The live rows of a table that a request has found. */
function foundRows(table: TableName, exportId: string, nowMs: number): RowCondition {
  return (row) =>
    row.and([
      row('expires_at', '>', nowMs),
      row.exists(
        row
          .selectFrom('export_rows')
          .select('row_id')
          .where('export_id', '=', exportId)
          .where('table_name', '=', table)
          .whereRef('row_id', '=', 'id'),
      ),
    ]);
}
