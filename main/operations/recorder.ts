import type { AuditAction, AuditDetails } from '../../preload/contract';
import type { Store } from '../foundation/store/database';
import { type Actor, recordAudit } from '../vault/audit/audit-log';

/** Enters what an operation declares to record, as done by this user at this time. */
export function recorder(action: AuditAction | undefined, user: Actor, nowMs: number) {
  return (transaction: Store, details?: AuditDetails): Promise<void> => {
    if (!action) throw new Error('What is recorded has to be declared with the operation.');
    return recordAudit(transaction, user, nowMs, action, details);
  };
}
