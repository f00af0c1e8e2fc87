import type { ParsedInput } from '../../../preload/contract';
import { writeTarget } from '../../foundation/files/target-file';
import type { LaneContext } from '../../foundation/operation/context';
import type { Store } from '../../foundation/store/database';
import { readPlaces } from './places';
import { rankingOf } from './run-draw';
import { findDraw, prizeCount, prizesOf, unpackTokens } from './stored-draw';

/** What a record says; docs/draws.md explains it, scripts/verify-draw.mjs checks it. */
const FORMAT = 'chatvault-draw';
const VERSION = 2;

/**
 * Saves the record of a draw: all that is needed to repeat it, and nobody's name. While a draw is
 * only prepared, the record holds what was committed to, without the seed.
 *
 * @throws AppError `draw.not_found`, what {@link writeTarget} throws.
 */
export async function saveDrawRecord(
  { store, nowMs, file, record: recordInLog }: LaneContext,
  { id }: ParsedInput<'draws.saveRecord'>,
): Promise<void> {
  const draw = await findDraw(store, id);
  const isDrawn = draw.state === 'drawn';
  const places = prizeCount(draw) + draw.substitutes;
  const record = {
    format: FORMAT,
    version: VERSION,
    drawId: draw.id,
    giveaway: draw.giveaway_name,
    chance: draw.chance,
    prizes: prizesOf(draw),
    substitutes: draw.substitutes,
    preparedAt: new Date(draw.prepared_at).toISOString(),
    commitment: draw.commitment,
    listHash: draw.list_hash,
    ...(isDrawn && {
      drawnAt: new Date(draw.drawn_at ?? 0).toISOString(),
      seed: draw.seed,
      publicValue: draw.public_value,
      places: await placesOf(store, id, nowMs),
      ranking: rankingOf(draw).slice(0, places),
    }),
    entries: unpackTokens(draw.entries),
  };
  await writeTarget(store, file, (target) =>
    target.writeFile(`${JSON.stringify(record, null, 1)}\n`),
  );
  const details = { giveaway: draw.giveaway_name };
  await store.transaction().execute((transaction) => recordInLog(transaction, details));
}

/** What has become of each place by now: ranks only, and why nobody has one any more. */
async function placesOf(store: Store, drawId: string, nowMs: number) {
  const places = await readPlaces(store, drawId, nowMs);
  return places.map(({ rank, status, prize, reason }) => ({
    ...{ rank, status, prize },
    ...(reason && { reason }),
  }));
}
