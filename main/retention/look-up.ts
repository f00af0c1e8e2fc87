import type { Origin } from '../chat/ports';
import type { Lookup, Outcome } from '../chat/step';
import { balanceOf } from '../store/claims/points';
import type { Store } from '../store/database';

/** What is kept about the person who chats. Somebody without an address is not known. */
export async function lookUp(
  transaction: Store,
  lookup: Lookup,
  who: { origin: Origin; emailKey: string | null; nowMs: number },
): Promise<Outcome> {
  const { emailKey, nowMs } = who;
  const { channel } = who.origin;
  if (emailKey === null) return { outcome: 'not_found' };
  switch (lookup.of) {
    case 'points':
      return {
        outcome: 'found',
        value: await balanceOf(transaction, { emailKey, channel, nowMs }),
      };
    case 'consent': {
      const last = await transaction
        .selectFrom('consents')
        .select(['action', 'created_at'])
        .where('email_key', '=', emailKey)
        .where('consent_id', '=', lookup.consentId)
        .where('channel', '=', channel)
        .where('expires_at', '>', nowMs)
        .orderBy('id', 'desc')
        .executeTakeFirst();
      if (!last) return { outcome: 'not_found' };
      return { outcome: 'found', value: `${last.action} ${last.created_at}` };
    }
  }
}
