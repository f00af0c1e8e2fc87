import type { PlaceReason, TableName } from '../../../preload/contract';
import type { Store } from '../../foundation/store/database';
import { anyTable } from '../../foundation/store/tables/any-table';
import type { DeletionRule } from './receipts';
import type { RowCondition } from './totals';

/** What a place says of the rule by which its row has gone; of all others it says `deleted`. */
const REASONS: Partial<Record<DeletionRule, PlaceReason>> = {
  expired: 'expired',
  on_request: 'erased_on_request',
  participant: 'erased_by_participant',
};

/**
 * Notes why the places of winners become vacant whose rows are about to be deleted. Pass the
 * transaction that deletes them and the same condition. What notes nothing leaves `deleted`.
 */
export async function noteVacated(
  transaction: Store,
  table: TableName,
  which: RowCondition,
  rule: DeletionRule,
): Promise<void> {
  if (table !== 'winners') return;
  const ids = transaction.selectFrom(anyTable(table)).select('id').where(which);
  const going = await transaction
    .selectFrom('winners')
    .select(['draw_id', 'rank'])
    .where('id', 'in', ids)
    .where('draw_id', 'is not', null)
    .execute();
  for (const { draw_id, rank } of going) {
    await transaction
      .updateTable('draw_places')
      .set({ reason: REASONS[rule] ?? 'deleted' })
      .where('draw_id', '=', draw_id)
      .where('rank', '=', rank)
      .execute();
  }
}
