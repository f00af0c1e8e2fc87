import { setImmediate as nextMessages } from 'node:timers/promises';
import { sql } from 'kysely';
import type { SweepReport, TableName } from '../../../preload/contract';
import type { Store } from '../../foundation/store/database';
import { refusals } from '../../foundation/store/refusals';
import { refreshSearchIndex } from '../../foundation/store/search/search-index';
import { writeSetting } from '../../foundation/store/settings';
import { allTables } from '../../foundation/store/tables';
import { anyTable } from '../../foundation/store/tables/any-table';
import { type Actor, SYSTEM } from '../audit/audit-log';
import { pruneAudit } from '../audit/prune-audit';
import { removePastRequests } from '../requests/past-requests';
import { endPastHolds, isHeld } from './holds';
import { removePastExports } from './past-exports';
import { forgetMemory } from './past-memory';
import { leaveReceipt } from './receipts';
import { askForScrub, scrub } from './scrub';
import { countSetAside, type RowCondition, setAside } from './totals';
import { undoJump } from './undo-jump';
import { forgetUnusedAssets } from './unused-assets';
import { noteVacated } from './vacated-places';

/**
 * Every batch writes most pages of the indexes on random keys: 500,000 of a million rows took twice as
 * long in batches of 30,000. So they are large as long as nobody waits to write.
 */
const BATCH_ROWS = 250_000;
/** Of a batch: here it ends when somebody waits to write. */
const POLITE_PART = 1 / 10;
/** Of a batch: about 50 ms. Between two of them the sweep looks whether somebody waits. */
const STEP_PART = 1 / 50;
/** With SQLite's default of 16 MB the same pages are read and written again and again: 3 times slower. */
export const SWEEP_CACHE_KIB = 128 * 1024;
/** 800 MB of log: what a checkpoint writes on the way, the scrub writes again. */
const CHECKPOINT_PAGES = 200_000;

export interface SweepRequest {
  readonly nowMs: number;
  /** Stops the sweep within its present batch; what that has deleted stays deleted. */
  readonly signal?: AbortSignal;
  /** Whoever asked for it. */
  readonly actor?: Actor;
  readonly batchRows?: number;
  /** Whether somebody waits for this thread: the search index is left for the next sweep then. */
  readonly isAwaited?: () => boolean;
}

/**
 * Deletes every expired row that no legal hold keeps, in batches, each with its receipt in the audit
 * log, and scrubs. A stopped sweep reports what it has done and leaves the rest for the next one.
 */
export async function sweepExpired(
  store: Store,
  { nowMs, signal, actor = SYSTEM, batchRows = BATCH_ROWS, isAwaited }: SweepRequest,
): Promise<SweepReport> {
  await undoJump(store, nowMs);
  await store.transaction().execute((transaction) => endPastHolds(transaction, nowMs));
  await store.transaction().execute((transaction) => removePastExports(transaction, actor, nowMs));
  await store.transaction().execute((transaction) => removePastRequests(transaction, actor, nowMs));
  await pruneAuditLog(store, nowMs);
  await store.transaction().execute((transaction) => forgetMemory(transaction, nowMs));
  await store.transaction().execute((transaction) => forgetUnusedAssets(transaction, nowMs));
  await sql`pragma cache_size = ${sql.lit(-SWEEP_CACHE_KIB)}`.execute(store);
  await sql`pragma wal_autocheckpoint = ${sql.lit(CHECKPOINT_PAGES)}`.execute(store);
  const removed: SweepReport['removed'] = {};
  for (const { name } of allTables) {
    for (let isDone = false; !isDone && !signal?.aborted; ) {
      const batch = await store
        .transaction()
        .execute((transaction) =>
          sweepBatch(transaction, name, { nowMs, actor, batchRows, ...(signal && { signal }) }),
        );
      isDone = batch.isDone;
      if (batch.rows > 0) removed[name] = (removed[name] ?? 0) + batch.rows;
    }
  }
  const report: SweepReport = { at: nowMs, removed, complete: !signal?.aborted };
  // What is deleted is deleted, even if the scrub fails and is left for the next one.
  await writeSetting(store, 'last_sweep', report);
  if (report.complete) {
    await scrub(store, nowMs);
    await refreshSearchIndex(store, () => signal?.aborted || (isAwaited?.() ?? false));
  }
  return report;
}

async function pruneAuditLog(store: Store, nowMs: number): Promise<void> {
  await store.transaction().execute(async (transaction) => {
    if ((await pruneAudit(transaction, nowMs)) > 0) await askForScrub(transaction);
  });
}

type Batch = Required<Pick<SweepRequest, 'nowMs' | 'actor' | 'batchRows'>> &
  Pick<SweepRequest, 'signal'>;

/** Deletes up to so many rows; `isDone` when no expired ones are left. */
async function sweepBatch(
  transaction: Store,
  table: TableName,
  { nowMs, actor, batchRows, signal }: Batch,
): Promise<{ rows: number; isDone: boolean }> {
  const before = refusals();
  let rows = 0;
  let place: Place = NOWHERE;
  let isDone = false;
  const isWanted = () =>
    signal?.aborted || (rows >= batchRows * POLITE_PART && refusals() !== before);
  while (rows < batchRows && !isDone && !isWanted()) {
    // Whoever stops it is heard between two steps.
    await nextMessages();
    const stepRows = Math.min(Math.ceil(batchRows * STEP_PART), batchRows - rows);
    const step = await sweepStep(transaction, table, { after: place, nowMs, stepRows });
    rows += step.rows;
    place = step.end;
    isDone = step.rows < stepRows;
  }
  if (rows === 0) return { rows, isDone };
  await countSetAside(transaction, table);
  await leaveReceipt(transaction, { actor, nowMs, rule: 'expired' }, { table, rows });
  await askForScrub(transaction);
  return { rows, isDone };
}

/** In the order in which rows expire. */
interface Place {
  readonly expires_at: number;
  readonly id: number;
}

const NOWHERE: Place = { expires_at: -1, id: -1 };

interface Step {
  /** Where the step before has ended. */
  readonly after: Place;
  readonly nowMs: number;
  readonly stepRows: number;
}

async function sweepStep(
  transaction: Store,
  table: TableName,
  step: Step,
): Promise<{ rows: number; end: Place }> {
  const end = await endOfStep(transaction, table, step);
  if (!end) return { rows: 0, end: step.after };
  const which: RowCondition = (row) => {
    const place = row.refTuple('expires_at', 'id');
    return row.and([
      row(place, '>', row.tuple(step.after.expires_at, step.after.id)),
      row(place, '<=', row.tuple(end.expires_at, end.id)),
      row.not(isHeld(row, table, step.nowMs)),
    ]);
  };
  await setAside(transaction, table, which);
  await noteVacated(transaction, table, which, 'expired');
  const { numDeletedRows } = await transaction
    .deleteFrom(anyTable(table))
    .where(which)
    .executeTakeFirstOrThrow();
  return { rows: Number(numDeletedRows), end };
}

/** The last row of a step. A range up to it costs less than a list of the step's ids. */
async function endOfStep(
  transaction: Store,
  table: TableName,
  { after, nowMs, stepRows }: Step,
): Promise<Place | undefined> {
  const due = transaction
    .selectFrom(anyTable(table))
    .select(['expires_at', 'id'])
    .where('expires_at', '<=', nowMs)
    .where((row) =>
      row(row.refTuple('expires_at', 'id'), '>', row.tuple(after.expires_at, after.id)),
    )
    .where((row) => row.not(isHeld(row, table, nowMs)));
  return (
    (await due
      .orderBy('expires_at')
      .orderBy('id')
      .offset(stepRows - 1)
      .limit(1)
      .executeTakeFirst()) ??
    due.orderBy('expires_at', 'desc').orderBy('id', 'desc').limit(1).executeTakeFirst()
  );
}
