import {
  AppError,
  FOLLOW_UP_STEPS,
  type FollowUp,
  type FollowUpStep,
  NotifiedHow,
  type ParsedInput,
} from '../../../preload/contract';
import type { Context } from '../../foundation/operation/context';
import { DAY_MS } from '../../foundation/time';
import { type Place, readPlaces } from './places';
import { findDraw } from './stored-draw';

type Winner = NonNullable<Place['winner']>;
type Changing = Pick<Context, 'store' | 'user' | 'nowMs' | 'record'>;

/**
 * Enters a step for winners, all or none: two users who work on one list do not write over each other.
 *
 * @throws AppError `draw.not_found`, `draw.not_a_winner`, `draw.step_changed`, `draw.step_ahead` of a day
 * that is still to come
 */
export async function followUp(
  { store, user, nowMs, record }: Changing,
  { id, ranks, entry }: ParsedInput<'draws.followUp'>,
): Promise<void> {
  const { step, on } = entry;
  // Where it is tomorrow already, it is not yet the day after.
  if (Date.parse(on) > nowMs + DAY_MS) throw new AppError('draw.step_ahead');
  await store.transaction().execute(async (transaction) => {
    const { giveaway_name: giveaway } = await findDraw(transaction, id);
    const winners = await winnersAt({ store: transaction, nowMs }, id, ranks);
    const index = FOLLOW_UP_STEPS.indexOf(step);
    if (winners.some((winner) => placeInOrder(winner) >= index)) {
      throw new AppError('draw.step_changed');
    }
    await transaction
      .updateTable('winners')
      .set({
        [`${step}_on`]: on,
        [`${step}_by`]: user.name,
        ...(entry.step === 'notified' && { notified_how: entry.how }),
      })
      .where(
        'id',
        'in',
        winners.map((winner) => winner.id),
      )
      .execute();
    const which = ranks.toSorted((a, b) => a - b).join(', ');
    await record(transaction, { giveaway, draw: id, ranks: which, step });
  });
}

/** @throws AppError `draw.not_found`, `draw.not_a_winner`, `draw.step_changed` unless it is the last one. */
export async function takeBack(
  { store, nowMs, record }: Omit<Changing, 'user'>,
  { id, rank, step }: ParsedInput<'draws.takeBack'>,
): Promise<void> {
  await store.transaction().execute(async (transaction) => {
    const { giveaway_name: giveaway } = await findDraw(transaction, id);
    for (const winner of await winnersAt({ store: transaction, nowMs }, id, [rank])) {
      if (placeInOrder(winner) !== FOLLOW_UP_STEPS.indexOf(step)) {
        throw new AppError('draw.step_changed');
      }
      await transaction
        .updateTable('winners')
        .set({
          [`${step}_on`]: null,
          [`${step}_by`]: null,
          ...(step === 'notified' && { notified_how: null }),
        })
        .where('id', '=', winner.id)
        .execute();
    }
    await record(transaction, { giveaway, draw: id, ranks: String(rank), step });
  });
}

/** What was entered for a winner, in the order of the steps. */
export function followUpOf(winner: Winner): FollowUp[] {
  return FOLLOW_UP_STEPS.flatMap((step) => {
    const on = winner[`${step}_on`];
    if (on === null) return [];
    const how = step === 'notified' ? NotifiedHow.safeParse(winner.notified_how).data : null;
    return [{ step, on, how: how ?? null, by: winner[`${step}_by`] ?? '' }];
  });
}

/** How far a winner has come: the index of the furthest step, -1 before the first. */
const placeInOrder = (winner: Winner): number =>
  FOLLOW_UP_STEPS.findLastIndex((step: FollowUpStep) => winner[`${step}_on`] !== null);

async function winnersAt(
  { store, nowMs }: Pick<Context, 'store' | 'nowMs'>,
  drawId: string,
  ranks: readonly number[],
): Promise<Winner[]> {
  const places = new Map(
    (await readPlaces(store, drawId, nowMs)).map((place) => [place.rank, place]),
  );
  return [...new Set(ranks)].map((rank) => {
    const place = places.get(rank);
    if (place?.status !== 'winner' || !place.winner) throw new AppError('draw.not_a_winner');
    return place.winner;
  });
}
