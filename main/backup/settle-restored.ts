import { recordAudit, SYSTEM } from '../audit/audit-log';
import type { Retention } from '../retention/retention';
import type { Store } from '../store/database';
import type { StoredUser } from '../workspace/users';
import { clearRestored, restoredFrom } from './restored';

export interface RestoredWorkspace {
  readonly folder: string;
  readonly store: Store;
  readonly user: StoredUser;
  readonly nowMs: number;
  readonly retention: Retention;
}

/**
 * Deletes what has expired since the backup was made, if the workspace comes from one: before anyone
 * sees it. The clock is far ahead of the last use by nature, and the backup is still there should it
 * be wrong, so nobody is asked.
 */
export async function settleRestored(restored: RestoredWorkspace): Promise<void> {
  const { folder, store, user, nowMs, retention } = restored;
  const createdAt = await restoredFrom(folder);
  if (createdAt === null) return;
  const details = { backupOf: new Date(createdAt).toISOString() };
  await store
    .transaction()
    .execute((transaction) => recordAudit(transaction, user, nowMs, 'workspace.restored', details));
  await retention.confirmClock(SYSTEM);
  const { complete } = await retention.sweep(SYSTEM);
  if (complete) await clearRestored(folder);
}
