import type { ChatChannel } from '../../../preload/contract';
import type { Store } from '../database';
import { takeOne } from './counters';

/** The next code of the pool that nobody on this channel was given; null when none is left. */
export async function takeNextCode(
  transaction: Store,
  poolId: string,
  channel: ChatChannel,
): Promise<string | null> {
  const pool = await transaction
    .selectFrom('code_pools')
    .select('size')
    .where('id', '=', poolId)
    .executeTakeFirst();
  const name = `issued ${poolId}`;
  const position = await takeOne(transaction, { channel, name, limit: pool?.size ?? 0 });
  if (position === null) return null;
  const { code } = await transaction
    .selectFrom('pool_codes')
    .select('code')
    .where('pool_id', '=', poolId)
    .where('position', '=', position)
    .executeTakeFirstOrThrow();
  return code;
}

/** Uses a code of the pool once more. */
export async function spendCode(
  transaction: Store,
  poolId: string,
  code: string,
  channel: ChatChannel,
): Promise<'used' | 'unknown' | 'exhausted'> {
  const found = await transaction
    .selectFrom('pool_codes')
    .select(['position', 'max_uses'])
    .where('pool_id', '=', poolId)
    .where('code', '=', code)
    .executeTakeFirst();
  if (!found) return 'unknown';
  const name = `used ${poolId} ${found.position}`;
  const taken = await takeOne(transaction, { channel, name, limit: found.max_uses });
  return taken === null ? 'exhausted' : 'used';
}
