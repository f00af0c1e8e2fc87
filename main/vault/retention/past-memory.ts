import type { Store } from '../../foundation/store/database';
import { writeSetting } from '../../foundation/store/settings';
import { askForScrub } from './scrub';

/** Forgets what users' pages remembered for long enough. */
export async function forgetMemory(transaction: Store, nowMs: number): Promise<void> {
  const { numDeletedRows } = await transaction
    .deleteFrom('user_memory')
    .where('expires_at', '<=', nowMs)
    .executeTakeFirstOrThrow();
  if (numDeletedRows > 0n) await askForScrub(transaction);
}

/**
 * Forgets where all users were, in the transaction of an erasure: what they had typed may name the
 * person. What was held of it in memory up to then is not written any more.
 */
export async function forgetPlaces(transaction: Store, nowMs: number): Promise<void> {
  const { numDeletedRows } = await transaction
    .deleteFrom('user_memory')
    .where('key', '=', 'place')
    .executeTakeFirstOrThrow();
  if (numDeletedRows > 0n) await askForScrub(transaction);
  await writeSetting(transaction, 'places_forgotten', nowMs);
}
