import { sql } from 'kysely';
import { AppError, type DrawPlan, type Exclusion } from '../../../preload/contract';
import { readAddressList } from '../../foundation/person/address-list';
import { emailKey } from '../../foundation/person/email-key';
import type { Store } from '../../foundation/store/database';
import { participantsOf } from './participants';

type Asked = Pick<DrawPlan, 'giveawayId' | 'includesPreview' | 'excluded'>;

/** Every piece of the list, with whether somebody takes part by that address. */
export async function readExclusions(
  store: Store,
  plan: Asked,
  nowMs: number,
): Promise<Exclusion[]> {
  const pieces = readAddressList(plan.excluded).map(({ text, email }) => ({
    text,
    key: email === null ? null : emailKey(email),
  }));
  const keys = JSON.stringify(pieces.flatMap(({ key }) => key ?? []));
  const rows = await participantsOf(store, plan, nowMs)
    .where(sql<boolean>`email_key in (select value from json_each(${keys}))`)
    .execute();
  const matched = new Set(rows.map(({ email_key }) => email_key));
  return pieces.map(({ text, key }) => {
    if (key === null) return { text, state: 'unread' };
    return { text, state: matched.has(key) ? 'matched' : 'unmatched' };
  });
}

/**
 * The keys of the addresses on the list.
 *
 * @throws AppError `draw.exclusions_unread` when a piece is not understood, unless that is known.
 */
export function excludedKeys({
  excluded,
  ignoresUnread,
}: Pick<DrawPlan, 'excluded' | 'ignoresUnread'>): string[] {
  const pieces = readAddressList(excluded);
  const keys = pieces.flatMap(({ email }) => (email === null ? [] : [emailKey(email)]));
  const count = pieces.length - keys.length;
  if (count > 0 && !ignoresUnread) throw new AppError('draw.exclusions_unread', { count });
  return keys;
}
