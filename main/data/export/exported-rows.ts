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

export async function countExported(
  store: Store,
  scope: ExportScope,
  nowMs: number,
): Promise<number> {
  let sum = 0;
  for (const table of scope.tables) {
    const { rows } = await store
      .selectFrom(anyTable(table))
      .where(exportedRows(table, scope, nowMs))
      .select((row) => row.fn.countAll<number>().as('rows'))
      .executeTakeFirstOrThrow();
    sum += rows;
  }
  return sum;
}
