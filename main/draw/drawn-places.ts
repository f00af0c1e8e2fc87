import { DrawnPlace } from '../../preload/contract';
import type { Store } from '../store/database';

/** Who has which place of a draw, by rank. */
export async function drawnPlaces(
  store: Store,
  drawId: string,
  nowMs: number,
): Promise<DrawnPlace[]> {
  const rows = await store
    .selectFrom('winners')
    .select(['id', 'rank', 'status', 'prize_name', 'email', 'firstname', 'lastname', 'expires_at'])
    .where('draw_id', '=', drawId)
    .where('expires_at', '>', nowMs)
    .orderBy('rank')
    .execute();
  return rows.map(({ id, rank, status, prize_name, email, firstname, lastname, expires_at }) =>
    DrawnPlace.parse({
      row: id,
      rank,
      status,
      prize: prize_name,
      email,
      name: [firstname, lastname].filter(Boolean).join(' '),
      expiresAt: expires_at,
    }),
  );
}
