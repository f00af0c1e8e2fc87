import { DrawnPlace } from '../../preload/contract';
import type { DrawDeskPorts } from './draw-desk';

/** Who has which place of a draw, by rank, as the signed-in user may see it. */
export async function drawnPlaces(
  { store, masking, nowMs }: Pick<DrawDeskPorts, 'store' | 'masking' | 'nowMs'>,
  drawId: string,
): Promise<DrawnPlace[]> {
  const rows = await store
    .selectFrom('winners')
    .select(['id', 'rank', 'status', 'prize_name', 'email', 'firstname', 'lastname', 'expires_at'])
    .where('draw_id', '=', drawId)
    .where('expires_at', '>', nowMs())
    .orderBy('rank')
    .execute();
  const people = rows.map(({ id, email, firstname, lastname }) => ({
    id,
    cells: { email, firstname, lastname },
    isMasked: false,
  }));
  const shown = await masking.shown('winners', people);
  return rows.map(({ id, rank, status, prize_name, expires_at }, index) => {
    const { email, firstname, lastname } = shown[index]?.cells ?? {};
    return DrawnPlace.parse({
      row: id,
      rank,
      status,
      prize: prize_name,
      email,
      name: [firstname, lastname].filter(Boolean).join(' '),
      expiresAt: expires_at,
    });
  });
}
