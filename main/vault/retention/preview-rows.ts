import { AppError, type PreviewRows, TABLE_NAMES } from '../../../preload/contract';
import type { Store } from '../../foundation/store/database';
import { anyTable } from '../../foundation/store/tables/any-table';
import type { Actor } from '../audit/audit-log';
import { type Deletion, removeRows } from './deletions';
import { countHeld, isHeld } from './holds';

const CHANNEL = 'preview';

/** Live rows that previews have written, of every experience. */
export async function countPreviewRows(store: Store, nowMs: number): Promise<PreviewRows> {
  const sum = { rows: 0, held: 0 };
  for (const table of TABLE_NAMES) {
    const counts = await store
      .selectFrom(anyTable(table))
      .where('channel', '=', CHANNEL)
      .where('expires_at', '>', nowMs)
      .select((row) => [row.fn.countAll<number>().as('rows'), countHeld(row, table, nowMs)])
      .executeTakeFirstOrThrow();
    sum.rows += counts.rows;
    sum.held += counts.held;
  }
  return sum;
}

/**
 * Deletes the rows that previews have written, but for those under a legal hold, and gives back what
 * previews have used up of codes and prizes.
 *
 * @throws AppError `data.count_changed` when there are more live rows than the user agreed to.
 */
export async function deletePreviewRows(
  store: Store,
  actor: Actor,
  confirmedRows: number,
  nowMs: number,
): Promise<Deletion> {
  return store.transaction().execute(async (transaction) => {
    const { rows, held } = await countPreviewRows(transaction, nowMs);
    if (rows > confirmedRows) throw new AppError('data.count_changed', { rows });
    for (const table of TABLE_NAMES) {
      await removeRows(
        transaction,
        table,
        (row) => row.and([row('channel', '=', CHANNEL), row.not(isHeld(row, table, nowMs))]),
        { actor, nowMs, rule: 'preview' },
      );
    }
    await transaction.deleteFrom('counters').where('channel', '=', CHANNEL).execute();
    return { deleted: rows - held, held };
  });
}
