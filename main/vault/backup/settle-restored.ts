import type { Unlocked } from '../../foundation/operation/context';
import { readSetting, writeSetting } from '../../foundation/store/settings';
import { recordAudit, SYSTEM } from '../audit/audit-log';
import { clock } from '../retention/clock';
import { retention } from '../retention/retention';

/**
 * Deletes what has expired since the backup was made, if the workspace comes from one: before anyone
 * sees it. That it does is written in the database, by who made the backup. A clock that is far ahead
 * of the backup is asked about first, as ever: it may be wrong, and nothing is deleted until somebody
 * has confirmed it. Readers see nothing that has expired by it meanwhile.
 */
export async function settleRestored({ store, the, time, signedIn }: Unlocked): Promise<void> {
  const createdAt = await readSetting(store, 'backup_of');
  if (createdAt === null) return;
  if (the(clock).jumpDays() === null) await the(retention).sweep(SYSTEM);
  const details = { backupOf: new Date(createdAt).toISOString() };
  await store.transaction().execute(async (transaction) => {
    await recordAudit(transaction, signedIn(), time.nowMs(), 'workspace.restored', details);
    await writeSetting(transaction, 'backup_of', null);
  });
}
