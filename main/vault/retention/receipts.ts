import { AuditEntry, type TableName } from '../../../preload/contract';
import type { Store } from '../../foundation/store/database';
import { type Actor, recordAudit } from '../audit/audit-log';

const SHOWN_RECEIPTS = 200;

/** Why rows go; `retention.receipts.rules` words it. */
export const DELETION_RULES = [
  'expired',
  'one_row',
  'selected_rows',
  'filtered_rows',
  'all_rows',
  'preview',
  'experience',
  'on_request',
  'participant',
  'withdrawn',
] as const;
export type DeletionRule = (typeof DELETION_RULES)[number];

/** On whose behalf rows go, when, and why. */
export interface Receipt {
  readonly actor: Actor;
  readonly nowMs: number;
  readonly rule: DeletionRule;
}

/** Enters into the audit log that rows of a table are gone; where none were there, nothing happened. */
export async function leaveReceipt(
  transaction: Store,
  { actor, nowMs, rule }: Receipt,
  gone: { readonly table: TableName; readonly rows: number },
): Promise<void> {
  if (gone.rows === 0) return;
  const action = rule === 'expired' ? 'rows.swept' : 'rows.deleted';
  await recordAudit(transaction, actor, nowMs, action, { ...gone, rule });
}

/** The newest deletion receipts: what was deleted, when and under which rule, as the audit log has it. */
export async function readReceipts(store: Store): Promise<AuditEntry[]> {
  const entries = await store
    .selectFrom('audit_log')
    .selectAll()
    .where('action', 'in', ['rows.swept', 'rows.deleted', 'codes.deleted'])
    .orderBy('seq', 'desc')
    .limit(SHOWN_RECEIPTS)
    .execute();
  return entries.map((entry) => AuditEntry.parse({ ...entry, details: JSON.parse(entry.details) }));
}
