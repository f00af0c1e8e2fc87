import type { ChatChannel } from '../../../preload/contract';
import type { Store } from '../../foundation/store/database';
import { codeKey } from './code-key';
import { takeOne } from './counters';

/** How often codes of a pool were handed out. */
export const issuedCounter = (poolId: string): string => `issued ${poolId}`;
/** How often the code at a position was entered. */
export const usedCounter = (poolId: string, position: number | ''): string =>
  `used ${poolId} ${position}`;

/** The next code of the pool that nobody on this channel was given; null when none is left. */
export async function takeNextCode(
  transaction: Store,
  poolId: string,
  channel: ChatChannel,
): Promise<string | null> {
  const name = issuedCounter(poolId);
  const position = await takeOne(transaction, {
    channel,
    name,
    limit: await poolSize(transaction, poolId),
  });
  if (position === null) return null;
  const { code } = await transaction
    .selectFrom('pool_codes')
    .select('code')
    .where('pool_id', '=', poolId)
    .where('position', '=', position)
    .executeTakeFirstOrThrow();
  return code;
}

/** Uses a code of the pool once more, however it is typed; `points` are what it is worth. */
export async function spendCode(
  transaction: Store,
  poolId: string,
  typed: string,
  channel: ChatChannel,
): Promise<{ code: string; points: number } | 'unknown' | 'exhausted'> {
  const found = await findCode(transaction, poolId, typed);
  if (!found) return 'unknown';
  const name = usedCounter(poolId, found.position);
  const taken = await takeOne(transaction, { channel, name, limit: found.max_uses });
  return taken === null ? 'exhausted' : { code: found.code, points: found.points };
}

/**
 * The code of a pool that was typed. Pools of before may hold several that differ only in letter case,
 * blanks or dashes: the first stands for all, so that one printed code is redeemed no more often than
 * it may be. Codes beyond the pool's size are of an import that is not finished.
 */
export async function findCode(transaction: Store, poolId: string, typed: string) {
  const size = await poolSize(transaction, poolId);
  // By the code alone: with the pool as well, SQLite would read the pool from end to end.
  const sameKey = await transaction
    .selectFrom('pool_codes')
    .select(['pool_id', 'position', 'code', 'max_uses', 'points'])
    .where('code_key', '=', codeKey(typed))
    .orderBy('position')
    .execute();
  return sameKey.find((each) => each.pool_id === poolId && each.position <= size);
}

/** How many codes the pool has; none where there is no such pool. */
export async function poolSize(transaction: Store, poolId: string): Promise<number> {
  const pool = await transaction
    .selectFrom('code_pools')
    .select('size')
    .where('id', '=', poolId)
    .executeTakeFirst();
  return pool?.size ?? 0;
}

export async function poolName(transaction: Store, poolId: string): Promise<string | null> {
  const pool = await transaction
    .selectFrom('code_pools')
    .select('name')
    .where('id', '=', poolId)
    .executeTakeFirst();
  return pool?.name ?? null;
}
