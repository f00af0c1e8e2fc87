import { AppError, type Output, type ParsedInput } from '../../../preload/contract';
import type { LaneContext } from '../../foundation/operation/context';
import type { Store } from '../../foundation/store/database';
import { changePlace, type Place, readPlaces } from './places';
import { passedOver } from './prepare-draw';
import { findDraw, type StoredDraw } from './stored-draw';

/**
 * Takes a prize back from a place and gives it to the next substitute of the same draw: because the
 * winner declined, or because nothing is stored about the winner any more. Who has won elsewhere since
 * is passed over, where winners are excluded. Results in the rank of the new winner; null when no
 * substitute is left, and then a prize whose winner is gone stays where it is.
 *
 * @throws AppError `draw.not_found`, `draw.not_a_winner`, `draw.handed_over`
 */
export async function declinePrize(
  { store, nowMs, record }: Pick<LaneContext, 'store' | 'nowMs' | 'record'>,
  { id, rank }: ParsedInput<'draws.decline'>,
): Promise<Output<'draws.decline'>> {
  return store.transaction().execute(async (transaction) => {
    const draw = await findDraw(transaction, id);
    const places = await readPlaces(transaction, id, nowMs);
    const place = places.find((each) => each.rank === rank);
    if (place?.status !== 'winner') throw new AppError('draw.not_a_winner');
    if (place.winner?.handed_over_on) throw new AppError('draw.handed_over');
    const isGone = place.winner === null;
    // First: who declines has won nothing any more, which decides who is passed over.
    if (!isGone) await changePlace(transaction, id, place, { status: 'declined' });
    const next = await nextSubstitute(transaction, draw, places, nowMs);
    if (isGone && !next) return { successor: null };
    if (isGone) await changePlace(transaction, id, place, { status: 'passed_on' });
    if (next) {
      const { prize } = place;
      await changePlace(transaction, id, next, { status: 'winner', prize, reason: null });
    }
    await record(transaction, {
      giveaway: draw.giveaway_name,
      rank,
      ...(next && { successor: next.rank }),
    });
    return { successor: next?.rank ?? null };
  });
}

/** Notes of whom it passes over why: the record would look as if the order had been broken. */
async function nextSubstitute(
  transaction: Store,
  draw: StoredDraw,
  places: readonly Place[],
  nowMs: number,
): Promise<Place | undefined> {
  const excluded = await passedOver(transaction, draw, nowMs);
  for (const place of places) {
    if (place.status !== 'substitute' || !place.winner) continue;
    if (!excluded.has(place.winner.email_key ?? '')) return place;
    await changePlace(transaction, draw.id, place, { reason: 'won_elsewhere' });
  }
  return undefined;
}
