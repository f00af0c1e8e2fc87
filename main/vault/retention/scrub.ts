import { sql } from 'kysely';
import { emptyWriteAheadLog } from '../../foundation/store/checkpoint';
import type { Store } from '../../foundation/store/database';
import { refreshSearchIndex } from '../../foundation/store/search/search-index';
import { readSetting, writeSetting } from '../../foundation/store/settings';
import { certifyRemoval } from './removed-traces';

/**
 * Notes that rows are deleted whose traces are still on the disk. Pass the transaction that deletes
 * them: if nothing else happens, the next unlock scrubs.
 */
export async function askForScrub(transaction: Store): Promise<void> {
  const scrub = await readSetting(transaction, 'scrub');
  await writeSetting(transaction, 'scrub', { ...scrub, asked: scrub.asked + 1 });
}

export async function isScrubDue(store: Store): Promise<boolean> {
  const { asked, done } = await readSetting(store, 'scrub');
  return asked !== done;
}

/**
 * Leaves nothing of deleted rows in the database and its write-ahead log; does nothing when nobody
 * has asked since the last time, so that many deletions share one scrub.
 *
 * `secure_delete` is not enough: SQLite moves cells between pages when it balances a tree and leaves
 * their old bytes in the unallocated part of the page. VACUUM writes every page anew. It keeps the
 * copy that it makes in memory: connections set `temp_store`, since the file would be plain text.
 *
 * Erasures on request that were recorded before it are certified to have left no traces.
 *
 * @throws AppError `workspace.in_use` when other connections do not let go of the log.
 */
export async function scrub(store: Store, nowMs: number): Promise<void> {
  const begin = performance.now();
  const { asked, done } = await readSetting(store, 'scrub');
  if (asked === done) return;
  const { seq: recorded } = await readSetting(store, 'audit_head');
  // Texts are indexed anew later: whoever waits, waits for the traces to be gone.
  await refreshSearchIndex(store, () => true);
  await sql`vacuum`.execute(store);
  await emptyWriteAheadLog(store);
  await store.transaction().execute(async (transaction) => {
    const latest = await readSetting(transaction, 'scrub');
    await writeSetting(transaction, 'scrub', { ...latest, done: asked });
    const removedMs = nowMs + Math.round(performance.now() - begin);
    await certifyRemoval(transaction, recorded, removedMs);
  });
}
