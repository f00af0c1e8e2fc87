import type { Store } from '../../foundation/store/database';
import { findCode } from '../claims/codes';
import { balanceOf } from '../claims/points';
import { writeLastConsent } from '../engine/last-consent';
import type { Origin } from '../engine/ports';
import type { Lookup, Outcome } from '../engine/step';
import { keyOnChannel } from './key-on-channel';

interface Asking {
  readonly origin: Origin;
  /** Somebody without an address is not known: nothing is found about them. */
  readonly emailKey: string | null;
  readonly trustedMs: number;
}

/** What is kept about the person who chats, and which codes there are. */
export async function lookUp(transaction: Store, lookup: Lookup, who: Asking): Promise<Outcome> {
  const { emailKey, trustedMs: nowMs } = who;
  const { channel } = who.origin;
  switch (lookup.of) {
    case 'points':
      if (emailKey === null) return { outcome: 'not_found' };
      return found(await balanceOf(transaction, { emailKey, channel, nowMs }));
    case 'consent':
      return found(await lastConsent(transaction, lookup.consentId, who));
    case 'code':
      return found((await findCode(transaction, lookup.poolId, lookup.code))?.code);
    case 'issued_code': {
      const row = await transaction
        .selectFrom('codes')
        .select('code')
        .where('unique_key', '=', keyOnChannel(channel, lookup.uniqueKey))
        .where('expires_at', '>', nowMs)
        .executeTakeFirst();
      return found(row?.code);
    }
  }
}

async function lastConsent(
  transaction: Store,
  consentId: string,
  { emailKey, trustedMs: nowMs, origin }: Asking,
): Promise<string | undefined> {
  if (emailKey === null) return undefined;
  const last = await transaction
    .selectFrom('consents')
    .select(['action', 'created_at', 'consent_name', 'wording'])
    .select(['wording_version', 'wording_hash', 'legal_version_id'])
    .where('email_key', '=', emailKey)
    .where('consent_id', '=', consentId)
    .where('channel', '=', origin.channel)
    .where('expires_at', '>', nowMs)
    .orderBy('id', 'desc')
    .executeTakeFirst();
  if (!last) return undefined;
  const { action, created_at: atMs, consent_name: name, wording } = last;
  const { wording_version: version, wording_hash: hash, legal_version_id: legalVersionId } = last;
  return writeLastConsent({ action, atMs, name, wording, version, hash, legalVersionId });
}

function found(value: string | number | null | undefined): Outcome {
  return value == null ? { outcome: 'not_found' } : { outcome: 'found', value };
}
