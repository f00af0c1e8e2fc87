import type { PlaceReason, TableName } from '../../../preload/contract';
import type { Store } from '../../foundation/store/database';
import { anyTable } from '../../foundation/store/tables/any-table';
import type { RowCondition } from './totals';

/** Why rows go, as far as the place of a draw that they leave vacant says so. */
export type GoingReason = Exclude<PlaceReason, 'won_elsewhere'>;

/**
 * Notes why the places of winners become vacant whose rows are about to be deleted. Pass the
 * transaction that deletes them and the same condition. What notes nothing leaves `deleted`.
 */
export async function noteVacated(
  transaction: Store,
  table: TableName,
  which: RowCondition,
  reason: GoingReason,
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
      .set({ reason })
      .where('draw_id', '=', draw_id)
      .where('rank', '=', rank)
      .execute();
  }
}
