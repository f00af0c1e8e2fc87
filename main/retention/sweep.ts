import { setTimeout as delay } from 'node:timers/promises';
import { sql } from 'kysely';
import { AppError, type SweepReport, type TableName } from '../../preload/contract';
import type { Store } from '../store/database';
import { allTables } from '../store/tables';

/** Small enough that no other connection waits long for its turn to write. */
const BATCH_ROWS = 1_000;

const CHECKPOINT_ATTEMPTS = 500;
const CHECKPOINT_RETRY_MS = 10;

/**
 * Deletes every expired row of every data table, in batches, and empties the write-ahead log, which
 * would keep the old pages. An aborted sweep leaves the rest for the next one.
 */
export async function sweepExpired(
  store: Store,
  nowMs: number,
  signal: AbortSignal,
): Promise<SweepReport> {
  const removed: SweepReport['removed'] = {};
  for (const { name } of allTables) {
    const rows = await sweepTable(store, name, nowMs, signal);
    if (rows > 0) removed[name] = rows;
  }
  await emptyWriteAheadLog(store);
  return { at: nowMs, removed };
}

async function sweepTable(
  store: Store,
  table: TableName,
  nowMs: number,
  signal: AbortSignal,
): Promise<number> {
  let removed = 0;
  for (let batch = BATCH_ROWS; batch === BATCH_ROWS && !signal.aborted; removed += batch) {
    const { numDeletedRows } = await store
      .deleteFrom(table)
      .where('id', 'in', (query) =>
        query.selectFrom(table).select('id').where('expires_at', '<=', nowMs).limit(BATCH_ROWS),
      )
      .executeTakeFirstOrThrow();
    batch = Number(numDeletedRows);
  }
  return removed;
}

/**
 * Deleted rows would live on in the log's old pages until SQLite happens to overwrite them.
 *
 * @throws AppError `workspace.in_use` when other connections do not let go of the log.
 */
export async function emptyWriteAheadLog(store: Store): Promise<void> {
  for (let attempt = 0; attempt < CHECKPOINT_ATTEMPTS; attempt++) {
    const { rows } = await sql<{ busy: number }>`pragma wal_checkpoint(truncate)`.execute(store);
    if (rows[0]?.busy === 0) return;
    await delay(CHECKPOINT_RETRY_MS);
  }
  throw new AppError('workspace.in_use');
}
