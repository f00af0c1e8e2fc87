import type { DrawnPlace, FollowUpStep } from '../../preload/contract';

/**
 * How far a winner has come: `vacant` where somebody has to decide what becomes of the prize, `expired`
 * where the time to keep the winner is over and nothing is to be done.
 */
export type Standing = 'vacant' | 'to_notify' | FollowUpStep | 'expired';

/** What asks for something, the most urgent first. */
export const OPEN = ['vacant', 'to_notify', 'notified', 'accepted'] as const;

export function standingOf({ row, reason, followUp }: DrawnPlace): Standing {
  if (row === null) return reason === 'expired' ? 'expired' : 'vacant';
  return followUp.at(-1)?.step ?? 'to_notify';
}

/** The winners of a draw by how far they have come. */
export function overviewOf(places: readonly DrawnPlace[]): Record<Standing, number> {
  const counts: Record<Standing, number> = {
    ...{ vacant: 0, to_notify: 0, notified: 0, accepted: 0, handed_over: 0, expired: 0 },
  };
  for (const place of places) if (place.status === 'winner') counts[standingOf(place)] += 1;
  return counts;
}

/** How many have not answered although the day for it is over. */
export function lateAnswers(
  places: readonly DrawnPlace[],
  replyBy: string | null,
  today: string,
): number {
  return replyBy !== null && replyBy < today ? overviewOf(places).notified : 0;
}
