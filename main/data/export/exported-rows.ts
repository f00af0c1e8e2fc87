import type { ExportScope, TableName } from '../../../preload/contract';
import { matches } from '../../foundation/store/data-filter';
import type { Store } from '../../foundation/store/database';
import { anyTable } from '../../foundation/store/tables/any-table';
import type { RowCondition } from '../../vault/retention/totals';

/** The live rows of a table that an export takes. */
export function exportedRows(
  table: TableName,
  { filter, channels }: Pick<ExportScope, 'filter' | 'channels'>,
  nowMs: number,
): RowCondition {
  return (row) =>
    row.and([
      row('expires_at', '>', nowMs),
      matches(table, filter)(row),
      ...(channels === 'all'
        ? []
        : [row('channel', channels === 'preview' ? '=' : '!=', 'preview')]),
    ]);
}

export function countExported(store: Store, scope: ExportScope, nowMs: number): Promise<number> {
  return countRows(store, scope.tables, (table) => exportedRows(table, scope, nowMs));
}

export async function countRows(
  store: Store,
  tables: readonly TableName[],
  which: (table: TableName) => RowCondition,
): Promise<number> {
  let sum = 0;
  for (const table of tables) {
    const { rows } = await store
      .selectFrom(anyTable(table))
      .where(which(table))
      .select((row) => row.fn.countAll<number>().as('rows'))
      .executeTakeFirstOrThrow();
    sum += rows;
  }
  return sum;
}
