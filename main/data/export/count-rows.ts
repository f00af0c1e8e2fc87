import type { ExportScope, TableName } from '../../../preload/contract';
import type { LaneContext } from '../../foundation/operation/context';
import type { Store } from '../../foundation/store/database';
import { anyTable } from '../../foundation/store/tables/any-table';
import type { RowCondition } from '../../vault/retention/totals';
import { exportedRows } from './exported-rows';
import { findSessions } from './participants/find-sessions';

/** How many rows the file of an export has. */
export async function countExported(
  { store, nowMs, signal }: Pick<LaneContext, 'store' | 'nowMs' | 'signal'>,
  scope: ExportScope,
): Promise<number> {
  const { form, tables } = scope;
  const which = (table: TableName) => exportedRows(table, scope, nowMs);
  return form === 'tables'
    ? countRows(store, tables, which)
    : (await findSessions(store, { tables, which, signal })).size;
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
