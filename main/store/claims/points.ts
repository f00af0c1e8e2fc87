import type { ChatChannel } from '../../../preload/contract';
import type { Store } from '../database';

/** Points that the person has: the sum of what is stored and not expired, never below zero. */
export async function balanceOf(
  transaction: Store,
  { emailKey, channel, nowMs }: { emailKey: string; channel: ChatChannel; nowMs: number },
): Promise<number> {
  const { balance } = await transaction
    .selectFrom('loyalty')
    .where('email_key', '=', emailKey)
    .where('channel', '=', channel)
    .where('expires_at', '>', nowMs)
    .select((row) => row.fn.sum<number | null>('points').as('balance'))
    .executeTakeFirstOrThrow();
  return Math.max(0, balance ?? 0);
}
