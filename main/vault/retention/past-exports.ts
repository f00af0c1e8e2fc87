import type { Store } from '../../foundation/store/database';
import { type Actor, recordAudit } from '../audit/audit-log';
import { askForScrub } from './scrub';

/**
 * Removes what has expired of the register of exports: requests after days, saved exports after years,
 * with the names of their files and what they were for. The audit log keeps how many they were.
 */
export async function removePastExports(
  transaction: Store,
  actor: Actor,
  nowMs: number,
): Promise<void> {
  const gone = await transaction
    .deleteFrom('exports')
    .where('expires_at', '<=', nowMs)
    .returning('state')
    .execute();
  if (gone.length === 0) return;
  const saved = gone.filter(({ state }) => state === 'saved').length;
  const details = { saved, requests: gone.length - saved };
  await recordAudit(transaction, actor, nowMs, 'export.expired', details);
  await askForScrub(transaction);
}
