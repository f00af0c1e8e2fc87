import type { ChatChannel } from '../../../preload/contract';
import type { Store } from '../../foundation/store/database';

interface Person {
  readonly emailKey: string;
  readonly channel: ChatChannel;
  readonly nowMs: number;
}

/** Points that the person has: what is left of those that were earned and have not expired. */
export async function balanceOf(transaction: Store, person: Person): Promise<number> {
  const { balance } = await earned(transaction, person)
    .select((row) => row.fn.sum<number | null>('remaining').as('balance'))
    .executeTakeFirstOrThrow();
  return balance ?? 0;
}

/**
 * Takes points from those that expire first, so that the later expiry of what was spent can never
 * count against points that are earned after it. Returns what is left; null when there are too few.
 */
export async function spendPoints(
  transaction: Store,
  person: Person,
  points: number,
): Promise<number | null> {
  const balance = await balanceOf(transaction, person);
  if (balance < points) return null;
  const rows = await earned(transaction, person)
    .select(['id', 'remaining'])
    .orderBy('expires_at')
    .orderBy('id')
    .execute();
  let owed = points;
  for (const { id, remaining } of rows) {
    if (owed === 0) break;
    const taken = Math.min(owed, remaining ?? 0);
    owed -= taken;
    await transaction
      .updateTable('loyalty')
      .set({ remaining: (remaining ?? 0) - taken })
      .where('id', '=', id)
      .execute();
  }
  return balance - points;
}

function earned(transaction: Store, { emailKey, channel, nowMs }: Person) {
  return transaction
    .selectFrom('loyalty')
    .where('email_key', '=', emailKey)
    .where('channel', '=', channel)
    .where('expires_at', '>', nowMs)
    .where('remaining', '>', 0);
}
