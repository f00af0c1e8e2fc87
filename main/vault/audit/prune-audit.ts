import type { Store } from '../../foundation/store/database';
import { readSetting, writeSetting } from '../../foundation/store/settings';
import { DAY_MS } from '../../foundation/time';
import { type Content, hashOf, recordAudit, SYSTEM } from './audit-log';

/**
 * The log's own retention: removes the entries at its beginning that are older than the workspace
 * keeps them, moves the anchor of the chain behind them, and records that. Entries that do not chain
 * stay: with them the sign of tampering would go.
 *
 * @returns how many entries were removed.
 */
export async function pruneAudit(transaction: Store, nowMs: number): Promise<number> {
  const days = await readSetting(transaction, 'audit_retention_days');
  const anchor = await readSetting(transaction, 'audit_anchor');
  let last = anchor;
  for await (const { hash, ...entry } of expiring(transaction, nowMs - days * DAY_MS)) {
    if (!continues(entry, hash, last)) return 0;
    last = { seq: entry.seq, hash };
  }
  const entries = last.seq - anchor.seq;
  if (entries === 0) return 0;
  await transaction.deleteFrom('audit_log').where('seq', '<=', last.seq).execute();
  await writeSetting(transaction, 'audit_anchor', last);
  await recordAudit(transaction, SYSTEM, nowMs, 'audit.pruned', { entries, through: last.seq });
  return entries;
}

/** From the oldest to the last before one that is kept: a chain is only ever cut at its beginning. */
async function* expiring(store: Store, untilMs: number) {
  for await (const entry of store.selectFrom('audit_log').selectAll().orderBy('seq').stream()) {
    if (entry.at > untilMs) return;
    yield entry;
  }
}

function continues(entry: Content, hash: string, last: { seq: number; hash: string }): boolean {
  return entry.seq === last.seq + 1 && hash === hashOf(entry, last.hash);
}
