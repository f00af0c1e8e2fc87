import { AuditEntry } from '../../../preload/contract';
import type { Store } from '../../foundation/store/database';

const SHOWN_RECEIPTS = 200;

/** The newest deletion receipts: what was deleted, when and under which rule, as the audit log has it. */
export async function readReceipts(store: Store): Promise<AuditEntry[]> {
  const entries = await store
    .selectFrom('audit_log')
    .selectAll()
    .where('action', 'in', ['rows.swept', 'rows.deleted'])
    .orderBy('seq', 'desc')
    .limit(SHOWN_RECEIPTS)
    .execute();
  return entries.map((entry) => AuditEntry.parse({ ...entry, details: JSON.parse(entry.details) }));
}
