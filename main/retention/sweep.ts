import { sql } from 'kysely';
import type { SweepReport, TableName } from '../../preload/contract';
import { type Actor, recordAudit, SYSTEM } from '../audit/audit-log';
import { pruneAudit } from '../audit/prune-audit';
import type { Store } from '../store/database';
import { writeSetting } from '../store/settings';
import { allTables } from '../store/tables';
import { anyTable } from '../store/tables/any-table';
import { endPastHolds, isHeld } from './holds';
import { askForScrub, scrub } from './scrub';
import { countTotals, type RowCondition } from './totals';
import { undoJump } from './undo-jump';

/**
 * Every batch writes most pages of the indexes on random keys: of a million rows, 500,000 went in
 * batches of 250,000 in 0.7 times the time of batches of 100,000. Other connections wait for a batch
 * about as long as for the scrub.
 */
const BATCH_ROWS = 250_000;
/** With SQLite's default of 16 MB the same pages are read and written again and again: 3 times slower. */
export const SWEEP_CACHE_KIB = 128 * 1024;
/** 800 MB of log: what a checkpoint writes on the way, the scrub writes again. */
const CHECKPOINT_PAGES = 200_000;

export interface SweepRequest {
  readonly nowMs: number;
  /** Stops the sweep after its present batch. */
  readonly signal?: AbortSignal;
  /** Whoever asked for it. */
  readonly actor?: Actor;
  readonly batchRows?: number;
}

/**
 * Deletes every expired row that no legal hold keeps, in batches, each with its receipt in the audit
 * log, and scrubs. A stopped sweep reports what it has done and leaves the rest for the next one.
 */
export async function sweepExpired(
  store: Store,
  { nowMs, signal, actor = SYSTEM, batchRows = BATCH_ROWS }: SweepRequest,
): Promise<SweepReport> {
  await undoJump(store, nowMs);
  await endPastHolds(store, nowMs);
  await pruneAuditLog(store, nowMs);
  await sql`pragma cache_size = ${sql.lit(-SWEEP_CACHE_KIB)}`.execute(store);
  await sql`pragma wal_autocheckpoint = ${sql.lit(CHECKPOINT_PAGES)}`.execute(store);
  const removed: SweepReport['removed'] = {};
  for (const { name } of allTables) {
    let batch = batchRows;
    while (batch === batchRows && !signal?.aborted) {
      batch = await store.transaction().execute(async (transaction) => {
        return sweepBatch(transaction, name, { nowMs, actor, batchRows });
      });
      if (batch > 0) removed[name] = (removed[name] ?? 0) + batch;
    }
  }
  const report: SweepReport = { at: nowMs, removed, complete: !signal?.aborted };
  if (report.complete) await scrub(store);
  await writeSetting(store, 'last_sweep', report);
  return report;
}

async function pruneAuditLog(store: Store, nowMs: number): Promise<void> {
  await store.transaction().execute(async (transaction) => {
    if ((await pruneAudit(transaction, nowMs)) > 0) await askForScrub(transaction);
  });
}

async function sweepBatch(
  transaction: Store,
  table: TableName,
  { nowMs, actor, batchRows }: Required<Pick<SweepRequest, 'nowMs' | 'actor' | 'batchRows'>>,
): Promise<number> {
  const which: RowCondition = (row) =>
    row(
      'id',
      'in',
      row
        .selectFrom(anyTable(table))
        .select('id')
        .where('expires_at', '<=', nowMs)
        .where((each) => each.not(isHeld(each, table, nowMs)))
        .orderBy('expires_at')
        .orderBy('id')
        .limit(batchRows),
    );
  await countTotals(transaction, table, which);
  const { numDeletedRows } = await transaction
    .deleteFrom(anyTable(table))
    .where(which)
    .executeTakeFirstOrThrow();
  const rows = Number(numDeletedRows);
  if (rows === 0) return 0;
  await recordAudit(transaction, actor, nowMs, 'rows.swept', { table, rows, rule: 'expired' });
  await askForScrub(transaction);
  return rows;
}
