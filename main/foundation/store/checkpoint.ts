import { setTimeout as delay } from 'node:timers/promises';
import { sql } from 'kysely';
import { AppError } from '../../../preload/contract';
import type { Store } from './database';

const RETRY_MS = 10;
/** Longer than an export of many millions of rows reads. */
const PATIENCE_MS = 5 * 60_000;

/** Moves as much of the write-ahead log into the database as nobody reads from. */
export async function checkpoint(store: Store): Promise<void> {
  await sql`pragma wal_checkpoint(passive)`.execute(store);
}

/**
 * Moves all of the log into the database and empties it; old pages would live on in it until SQLite
 * happens to overwrite them.
 *
 * @throws AppError `workspace.in_use` when other connections do not let go of the log.
 */
export async function emptyWriteAheadLog(store: Store): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS;
  // Most of the way without the lock that others write under.
  await checkpoint(store);
  for (;;) {
    const { rows } = await sql<{ busy: number }>`pragma wal_checkpoint(truncate)`.execute(store);
    if (rows[0]?.busy === 0) return;
    if (performance.now() > deadline) throw new AppError('workspace.in_use');
    await delay(RETRY_MS);
  }
}
