import type { Store } from '../../../main/foundation/store/database';

export const NOW_MS = Date.parse('2026-07-15T10:00:00Z');
export const EXPIRED_ROWS = 3_000;
export const LIVE_ROWS = 2_000;

/** Participations of which some have expired; expired and live ones alternate on the pages. */
export async function insertParticipations(store: Store): Promise<void> {
  const rows = Array.from({ length: EXPIRED_ROWS + LIVE_ROWS }, (_, index) => {
    const isExpired = index % 5 < 3;
    return {
      created_at: NOW_MS - 61 * 86_400_000,
      expires_at: isExpired ? NOW_MS - 1 : NOW_MS + 86_400_000,
      module_id: 'giveaway',
      experience_id: 'experience-1',
      experience_name: 'Hello World',
      session_id: `session-${index}`,
      channel: 'kiosk',
      email: `person-${index}@example.com`,
      email_key: `person-${index}@example.com`,
      unique_key: `raffle/person-${index}@example.com`,
      giveaway_name: 'Summer raffle',
      giveaway_id: 'summer',
      participation_id: `participation-${index}`,
    };
  });
  const insert = async (chunk: typeof rows) =>
    store
      .insertInto('participations')
      .values(chunk as never)
      .execute();
  for (let at = 0; at < rows.length; at += 500) await insert(rows.slice(at, at + 500));
}

export async function countParticipations(
  store: Store,
): Promise<{ live: number; expired: number }> {
  const { live, rows } = await store
    .selectFrom('participations')
    .select((eb) => [
      eb.fn.countAll<number>().as('rows'),
      eb.fn.countAll<number>().filterWhere('expires_at', '>', NOW_MS).as('live'),
    ])
    .executeTakeFirstOrThrow();
  return { live, expired: rows - live };
}

/** Where the rows of a chat at the kiosk come from. */
export function originOf(sessionId: string) {
  return {
    experienceId: 'experience-1',
    experienceName: 'Hello World',
    sessionId,
    channel: 'kiosk' as const,
  };
}
