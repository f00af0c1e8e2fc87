import { DrawnPlace, type ParsedInput } from '../../../preload/contract';
import type { Context } from '../../foundation/operation/context';
import { masking } from '../../vault/masking/masking';

/** Who has which place of a draw, by rank, as the signed-in user may see it. */
export async function drawnPlaces(
  { store, nowMs, the }: Pick<Context, 'store' | 'nowMs' | 'the'>,
  { id: drawId }: ParsedInput<'draws.places'>,
): Promise<DrawnPlace[]> {
  const rows = await store
    .selectFrom('winners')
    .select(['id', 'rank', 'status', 'prize_name', 'email', 'firstname', 'lastname', 'expires_at'])
    .where('draw_id', '=', drawId)
    .where('expires_at', '>', nowMs)
    .orderBy('rank')
    .execute();
  const people = rows.map(({ id, email, firstname, lastname }) => ({
    id,
    cells: { email, firstname, lastname },
    isMasked: false,
  }));
  const shown = await the(masking).shown('winners', people);
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
