import { sql } from 'kysely';
import type { SweepReport, TableName } from '../../preload/contract';
import { type Actor, recordAudit, SYSTEM } from '../audit/audit-log';
import { pruneAudit } from '../audit/prune-audit';
import type { Store } from '../store/database';
import { refreshSearchIndex } from '../store/search/search-index';
import { writeSetting } from '../store/settings';
import { allTables } from '../store/tables';
import { anyTable } from '../store/tables/any-table';
import { endPastHolds, isHeld } from './holds';
import { askForScrub, scrub } from './scrub';
import { countTotals, type RowCondition } from './totals';
import { undoJump } from './undo-jump';

/**
 * Every batch writes most pages of the indexes on random keys: 500,000 of a million rows took 1.1 times
 * as long in batches of 100,000. Other connections wait for a batch about as long as for the scrub.
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
  // What is deleted is deleted, even if the scrub fails and is left for the next one.
  await writeSetting(store, 'last_sweep', report);
  if (report.complete) {
    await scrub(store);
    await refreshSearchIndex(store, signal);
  }
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
  const last = await endOfBatch(transaction, table, { nowMs, batchRows });
  if (!last) return 0;
  const which: RowCondition = (row) => {
    const end = row.tuple(last.expires_at, last.id);
    const isDue = row(row.refTuple('expires_at', 'id'), '<=', end);
    return row.and([isDue, row.not(isHeld(row, table, nowMs))]);
  };
  await countTotals(transaction, table, which);
  const { numDeletedRows } = await transaction
    .deleteFrom(anyTable(table))
    .where(which)
    .executeTakeFirstOrThrow();
  const rows = Number(numDeletedRows);
  await recordAudit(transaction, actor, nowMs, 'rows.swept', { table, rows, rule: 'expired' });
  await askForScrub(transaction);
  return rows;
}

/**
 * The last row of the next batch. A range up to it costs less than a list of the batch's ids.
 */
async function endOfBatch(
  transaction: Store,
  table: TableName,
  { nowMs, batchRows }: { nowMs: number; batchRows: number },
): Promise<{ expires_at: number; id: number } | undefined> {
  const due = transaction
    .selectFrom(anyTable(table))
    .select(['expires_at', 'id'])
    .where('expires_at', '<=', nowMs)
    .where((row) => row.not(isHeld(row, table, nowMs)));
  return (
    (await due
      .orderBy('expires_at')
      .orderBy('id')
      .offset(batchRows - 1)
      .limit(1)
      .executeTakeFirst()) ??
    due.orderBy('expires_at', 'desc').orderBy('id', 'desc').limit(1).executeTakeFirst()
  );
}
