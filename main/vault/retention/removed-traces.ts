import { sql } from 'kysely';
import type { Store } from '../../foundation/store/database';
import { recordAudit, SYSTEM } from '../audit/audit-log';

/*
 * An erasure on request and the removal of its traces are two entries of the audit log: a certificate
 * that says both can be checked against the log.
 */

/** Number of the entry of the erasure, in the details of the entry of the removal. */
const ERASURE = sql<number>`json_extract(details, '$.entry')`;

/** Records that the erasures up to the entry `recorded` have left no traces, each of them once. */
export async function certifyRemoval(
  transaction: Store,
  recorded: number,
  nowMs: number,
): Promise<void> {
  const last = await transaction
    .selectFrom('audit_log')
    .select(ERASURE.as('entry'))
    .where('action', '=', 'person.traces_removed')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  const erasures = await transaction
    .selectFrom('audit_log')
    .select(['seq', 'details'])
    .where('action', '=', 'person.erased_on_request')
    .where('seq', '>', last?.entry ?? 0)
    .where('seq', '<=', recorded)
    .orderBy('seq')
    .execute();
  for (const { seq, details } of erasures) {
    const { reference } = JSON.parse(details) as { reference: string };
    const removal = { reference, entry: seq };
    await recordAudit(transaction, SYSTEM, nowMs, 'person.traces_removed', removal);
  }
}

/** By the number of the erasure's entry, when its traces were removed. */
export async function removalsSince(store: Store, seq: number): Promise<Map<number, number>> {
  const removals = await store
    .selectFrom('audit_log')
    .select([ERASURE.as('entry'), 'at'])
    .where('action', '=', 'person.traces_removed')
    .where('seq', '>', seq)
    .execute();
  return new Map(removals.map(({ entry, at }) => [entry, at]));
}
