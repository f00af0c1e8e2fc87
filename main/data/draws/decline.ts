import { AppError, type Output, type ParsedInput } from '../../../preload/contract';
import type { LaneContext } from '../../foundation/operation/context';
import { passedOver } from './prepare-draw';
import { findDraw } from './stored-draw';

/**
 * Takes a winner's prize back and gives it to the next substitute of the same draw, past who has won
 * elsewhere since, where winners are excluded. Results in the row of the new winner; null when no
 * substitute is left.
 *
 * @throws AppError `data.row_not_found`, `draw.not_a_winner`, `draw.not_found`
 */
export async function declinePrize(
  { store, nowMs, record }: Pick<LaneContext, 'store' | 'nowMs' | 'record'>,
  { winner }: ParsedInput<'draws.decline'>,
): Promise<Output<'draws.decline'>> {
  return store.transaction().execute(async (transaction) => {
    const row = await transaction
      .selectFrom('winners')
      .select(['status', 'prize_name', 'draw_id', 'rank', 'giveaway_name'])
      .where('id', '=', winner)
      .where('expires_at', '>', nowMs)
      .executeTakeFirst();
    if (!row) throw new AppError('data.row_not_found');
    if (row.status !== 'winner') throw new AppError('draw.not_a_winner');
    await transaction
      .updateTable('winners')
      .set({ status: 'declined' })
      .where('id', '=', winner)
      .execute();
    const substitutes = await transaction
      .selectFrom('winners')
      .select(['id', 'rank', 'email_key'])
      .where('draw_id', '=', row.draw_id)
      .where('status', '=', 'substitute')
      .where('expires_at', '>', nowMs)
      .orderBy('rank')
      .execute();
    const draw = await findDraw(transaction, row.draw_id ?? '');
    const excluded = await passedOver(transaction, draw, nowMs);
    const next = substitutes.find(({ email_key }) => !excluded.has(email_key ?? ''));
    if (next) {
      await transaction
        .updateTable('winners')
        .set({ status: 'winner', prize_name: row.prize_name })
        .where('id', '=', next.id)
        .execute();
    }
    await record(transaction, {
      giveaway: row.giveaway_name ?? '',
      rank: row.rank ?? 0,
      ...(next && { successor: next.rank ?? 0 }),
    });
    return { successor: next?.id ?? null };
  });
}
