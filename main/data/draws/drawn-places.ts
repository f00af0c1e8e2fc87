import type { DrawnPlace, ParsedInput } from '../../../preload/contract';
import type { Context } from '../../foundation/operation/context';
import { masking } from '../../vault/masking/masking';
import { followUpOf } from './follow-up';
import { type Place, readPlaces } from './places';

/**
 * Who has which place of a draw, by rank, as the signed-in user may see it. A place whose row is gone
 * stays and says why; nothing is left of who had it.
 */
export async function drawnPlaces(
  { store, nowMs, the }: Pick<Context, 'store' | 'nowMs' | 'the'>,
  { id: drawId }: ParsedInput<'draws.places'>,
): Promise<DrawnPlace[]> {
  const places = await readPlaces(store, drawId, nowMs);
  const people = await the(masking).shown('winners', places.map(personIn));
  return places.map(({ rank, prize, status, reason, winner }, index) => {
    const { email = null, firstname, lastname } = people[index]?.cells ?? {};
    return {
      rank,
      prize,
      status,
      reason,
      row: winner?.id ?? null,
      email: email === null ? null : String(email),
      name: [firstname, lastname].filter(Boolean).join(' '),
      expiresAt: winner?.expires_at ?? null,
      followUp: winner ? followUpOf(winner) : [],
    };
  });
}

function personIn({ winner }: Place) {
  if (!winner) return null;
  const { id, email, firstname, lastname } = winner;
  return { id, cells: { email, firstname, lastname }, isMasked: false };
}
