import type { Selectable } from 'kysely';
import type { Store } from '../../foundation/store/database';
import type { Schema } from '../../foundation/store/schema';

/** A place of a drawn ranking, with the live row of who has it; null once that is gone. */
export interface Place
  extends Pick<Selectable<Schema['draw_places']>, 'rank' | 'prize' | 'status' | 'reason'> {
  readonly winner: Winner | null;
}

const COLUMNS = [
  'id',
  'email',
  'email_key',
  'firstname',
  'lastname',
  'expires_at',
  'notified_on',
  'notified_how',
  'notified_by',
  'accepted_on',
  'accepted_by',
  'handed_over_on',
  'handed_over_by',
] as const;
type Winner = Pick<Selectable<Schema['winners']>, (typeof COLUMNS)[number]>;

/** All places of a draw by rank. A row that has expired is gone, swept or not. */
export async function readPlaces(store: Store, drawId: string, nowMs: number): Promise<Place[]> {
  const places = await store
    .selectFrom('draw_places')
    .select(['rank', 'prize', 'status', 'reason'])
    .where('draw_id', '=', drawId)
    .orderBy('rank')
    .execute();
  const rows = await store
    .selectFrom('winners')
    .select([...COLUMNS, 'rank'])
    .where('draw_id', '=', drawId)
    .where('expires_at', '>', nowMs)
    .execute();
  const byRank = new Map(rows.map(({ rank, ...winner }) => [rank, winner]));
  return places.map(({ reason, ...place }) => {
    const winner = byRank.get(place.rank) ?? null;
    const isNotedGone = reason !== null && reason !== 'won_elsewhere';
    return { ...place, winner, reason: winner || isNotedGone ? reason : 'expired' };
  });
}

/** Changes a place, and the row of who has it, where there is one. */
export async function changePlace(
  transaction: Store,
  drawId: string,
  { rank, winner }: Pick<Place, 'rank' | 'winner'>,
  changes: Partial<Pick<Place, 'prize' | 'status' | 'reason'>>,
): Promise<void> {
  await transaction
    .updateTable('draw_places')
    .set(changes)
    .where('draw_id', '=', drawId)
    .where('rank', '=', rank)
    .execute();
  if (!winner) return;
  const { status, prize } = changes;
  const row = {
    ...(status !== undefined && { status }),
    ...(prize !== undefined && { prize_name: prize }),
  };
  if (Object.keys(row).length === 0) return;
  await transaction.updateTable('winners').set(row).where('id', '=', winner.id).execute();
}
