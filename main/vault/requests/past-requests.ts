import type { Store } from '../../foundation/store/database';
import { type Actor, recordAudit } from '../audit/audit-log';
import { askForScrub } from '../retention/scrub';
import { isRequestHeld } from './held-requests';

/** Removes requests whose time is over, with all that was done about them. */
export async function removePastRequests(
  transaction: Store,
  actor: Actor,
  nowMs: number,
): Promise<void> {
  const gone = await transaction
    .deleteFrom('requests')
    .where('expires_at', '<=', nowMs)
    .where((request) => request.not(isRequestHeld(request, nowMs)))
    .returning('id')
    .execute();
  if (gone.length === 0) return;
  await recordAudit(transaction, actor, nowMs, 'request.expired', { requests: gone.length });
  await askForScrub(transaction);
}
