import { dirname } from 'node:path';
import type { Unlocked } from '../../foundation/operation/context';
import { recordAudit, SYSTEM } from '../audit/audit-log';
import { retention } from '../retention/retention';
import { openedWorkspace } from '../workspace/opened-workspace';
import { clearRestored, restoredFrom } from './restored';

/**
 * Deletes what has expired since the backup was made, if the workspace comes from one: before anyone
 * sees it. The clock is far ahead of the last use by nature, and the backup is still there should it
 * be wrong, so nobody is asked.
 */
export async function settleRestored({ store, the, time, signedIn }: Unlocked): Promise<void> {
  const folder = dirname(the(openedWorkspace).databaseFile);
  const createdAt = await restoredFrom(folder);
  if (createdAt === null) return;
  const details = { backupOf: new Date(createdAt).toISOString() };
  await store
    .transaction()
    .execute((transaction) =>
      recordAudit(transaction, signedIn(), time.nowMs(), 'workspace.restored', details),
    );
  await the(retention).confirmClock(SYSTEM);
  const { complete } = await the(retention).sweep(SYSTEM);
  if (complete) await clearRestored(folder);
}
