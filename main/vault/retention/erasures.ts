import type { ChatChannel } from '../../../preload/contract';
import type { Store } from '../../foundation/store/database';
import { readSetting } from '../../foundation/store/settings';
import { DAY_MS } from '../../foundation/time';
import {
  type ErasureEntry,
  erasureFileOf,
  mergeErasures,
  personHash,
  readErasureFile,
  saveErasureFile,
} from './erasure-list';
import { readWorkspaceRule } from './rules';

/**
 * Remembers in the transaction of an erasure whom it was about, without naming them, for as long as
 * a backup made before could bring a row or a request of theirs back, also one from before less was kept. To be called before their requests
 * forget them.
 *
 * @param channel null when it reached all channels.
 */
export async function rememberErasure(
  transaction: Store,
  emailKey: string,
  channel: ChatChannel | null,
  nowMs: number,
): Promise<void> {
  const { key, longestDays } = await readErasureKey(transaction);
  const { days } = await readWorkspaceRule(transaction);
  const shortened = await readSetting(transaction, 'longest_request_days');
  const anyUntil = nowMs + Math.max(days, longestDays, shortened) * DAY_MS;
  const until_ms = Math.max(anyUntil, await requestsUntil(transaction, emailKey));
  const person = personHash(key, emailKey);
  await insertErasures(transaction, [
    { person, channel: channel ?? '', erased_at: nowMs, until_ms },
  ]);
}

/** When the last of the person's requests goes, which a backup has with their address. */
async function requestsUntil(transaction: Store, emailKey: string): Promise<number> {
  const { last } = await transaction
    .selectFrom('requests')
    .where('email_key', '=', emailKey)
    .select((request) => request.fn.max<number | null>('expires_at').as('last'))
    .executeTakeFirstOrThrow();
  return last ?? 0;
}

export async function readErasureKey(
  store: Store,
): Promise<{ key: Uint8Array; longestDays: number }> {
  const row = await store.selectFrom('erasure_key').selectAll().executeTakeFirstOrThrow();
  return { key: row.key, longestDays: row.longest_days };
}

export async function readErasures(store: Store): Promise<ErasureEntry[]> {
  const rows = await store.selectFrom('erasures').selectAll().execute();
  return mergeErasures(rows);
}

export async function insertErasures(
  transaction: Store,
  entries: readonly ErasureEntry[],
): Promise<void> {
  for (const entry of entries) {
    await transaction
      .updateTable('exports')
      .set({ person: null })
      .where('person', '=', entry.person)
      .execute();
    await transaction
      .insertInto('erasures')
      .values(entry)
      .onConflict((conflict) =>
        conflict.columns(['person', 'channel']).doUpdateSet((row) => ({
          erased_at: row.fn<number>('max', ['erasures.erased_at', 'excluded.erased_at']),
          until_ms: row.fn<number>('max', ['erasures.until_ms', 'excluded.until_ms']),
        })),
      )
      .execute();
  }
}

/** Forgets entries of which the time is over: no backup has a row of the person that still lives. */
export async function forgetErasures(store: Store, nowMs: number): Promise<void> {
  await store.deleteFrom('erasures').where('until_ms', '<=', nowMs).execute();
}

/** A backup may be from before a shorter maximum was set: to be called before that is. */
export async function noteLongest(store: Store): Promise<void> {
  const { longestDays } = await readErasureKey(store);
  const { days } = await readWorkspaceRule(store);
  if (days <= longestDays) return;
  await store.updateTable('erasure_key').set({ longest_days: days }).execute();
}

/**
 * Makes the list beside the workspace say what the database says, after each erasure. What a crash or
 * a full disk prevents is made up for by the next sweep or unlock.
 *
 * @throws what writing the file throws
 */
export async function saveErasures(store: Store, databaseFile: string): Promise<void> {
  const { key } = await readErasureKey(store);
  await noteLongest(store);
  const entries = await readErasures(store);
  const file = erasureFileOf(databaseFile, key);
  const present = await readErasureFile(file, key);
  if (present === null && entries.length === 0) return;
  if (JSON.stringify(present) !== JSON.stringify(entries))
    await saveErasureFile(file, entries, key);
}
