import type { Store } from '../../foundation/store/database';
import { type Actor, recordAudit } from '../audit/audit-log';
import { personHash } from './erasure-list';
import { readErasureKey } from './erasures';
import { askForScrub } from './scrub';

/**
 * Removes what has expired of the register of exports: requests after days, saved exports after years,
 * with the names of their files and what they were for. The audit log keeps how many they were.
 */
export async function removePastExports(
  transaction: Store,
  actor: Actor,
  nowMs: number,
): Promise<void> {
  const gone = await transaction
    .deleteFrom('exports')
    .where('expires_at', '<=', nowMs)
    .returning('state')
    .execute();
  if (gone.length === 0) return;
  const saved = gone.filter(({ state }) => state === 'saved').length;
  const details = { saved, requests: gone.length - saved };
  await recordAudit(transaction, actor, nowMs, 'export.expired', details);
  await askForScrub(transaction);
}

/** Notes whose answer an export is, without naming them. To be called in the transaction that enters it. */
export async function noteWhose(transaction: Store, id: string, emailKey: string): Promise<void> {
  const { key } = await readErasureKey(transaction);
  const person = personHash(key, emailKey);
  await transaction.updateTable('exports').set({ person }).where('id', '=', id).execute();
}

/** Ids of the exports that are the answer to somebody else, and so have nothing of this person. */
export async function answersToOthers(store: Store, emailKey: string): Promise<Set<string>> {
  const { key } = await readErasureKey(store);
  const found = await store
    .selectFrom('exports')
    .select('id')
    .where('person', '!=', personHash(key, emailKey))
    .execute();
  return new Set(found.map(({ id }) => id));
}
