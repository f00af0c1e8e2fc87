import { AppError, type TableName } from '../../preload/contract';
import { type Actor, recordAudit } from '../audit/audit-log';
import type { Store } from '../store/database';
import { anyTable } from '../store/tables/any-table';
import { isHeld } from './holds';
import { askForScrub } from './scrub';
import { countTotals, type RowCondition } from './totals';

export interface Deletion {
  readonly deleted: number;
  /** Rows that a legal hold kept. */
  readonly held: number;
}

/** @throws AppError `data.row_not_found`, `data.row_held` while a legal hold keeps the row. */
export async function deleteRow(
  store: Store,
  actor: Actor,
  table: TableName,
  id: number,
  nowMs: number,
): Promise<void> {
  await store.transaction().execute(async (transaction) => {
    const found = await transaction
      .selectFrom(anyTable(table))
      .where('id', '=', id)
      .select((row) => isHeld(row, table, nowMs).as('held'))
      .executeTakeFirst();
    if (!found) throw new AppError('data.row_not_found');
    if (found.held) throw new AppError('data.row_held');
    await removeRows(transaction, table, (row) => row('id', '=', id));
    const details = { table, rows: 1, rule: 'one_row' };
    await recordAudit(transaction, actor, nowMs, 'rows.deleted', details);
  });
}

/**
 * Deletes every row that no legal hold keeps, those included that have expired but are not swept yet.
 * The counts are of live rows: what the user saw.
 *
 * @throws AppError `data.count_changed` when there are more live rows than the user agreed to.
 */
export async function deleteAll(
  store: Store,
  actor: Actor,
  { table, confirmedRows }: { table: TableName; confirmedRows: number },
  nowMs: number,
): Promise<Deletion> {
  return store.transaction().execute(async (transaction) => {
    const { rows, held } = await transaction
      .selectFrom(anyTable(table))
      .where('expires_at', '>', nowMs)
      .select((row) => [
        row.fn.countAll<number>().as('rows'),
        row.fn
          .countAll<number>()
          .filterWhere(isHeld(row, table, nowMs))
          .as('held'),
      ])
      .executeTakeFirstOrThrow();
    if (rows > confirmedRows) throw new AppError('data.count_changed', { rows });
    const gone = await removeRows(transaction, table, (row) => row.not(isHeld(row, table, nowMs)));
    const details = { table, rows: gone, rule: 'all_rows' };
    await recordAudit(transaction, actor, nowMs, 'rows.deleted', details);
    return { deleted: rows - held, held };
  });
}

/** Deletes rows, counts them into what outlives them, and sees to it that no trace stays. */
export async function removeRows(
  transaction: Store,
  table: TableName,
  which: RowCondition,
): Promise<number> {
  await countTotals(transaction, table, which);
  const { numDeletedRows } = await transaction
    .deleteFrom(anyTable(table))
    .where(which)
    .executeTakeFirstOrThrow();
  await askForScrub(transaction);
  return Number(numDeletedRows);
}
