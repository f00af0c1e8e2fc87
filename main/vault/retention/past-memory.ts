import type { Store } from '../../foundation/store/database';
import { askForScrub } from './scrub';

/** Forgets what users' pages remembered for long enough. */
export async function forgetMemory(transaction: Store, nowMs: number): Promise<void> {
  const { numDeletedRows } = await transaction
    .deleteFrom('user_memory')
    .where('expires_at', '<=', nowMs)
    .executeTakeFirstOrThrow();
  if (numDeletedRows > 0n) await askForScrub(transaction);
}
