import type { SlotsWarning } from '../../../preload/contract';
import type { Store } from '../../foundation/store/database';
import { readSetting, type SlotState, writeSetting } from '../../foundation/store/settings';
import { recordAudit } from '../audit/audit-log';
import type { StoredUser } from './users';

/*
 * The slot file lies beside the database, and whoever can write to the folder can put an older one
 * back, in which a changed passphrase is the old one and a used recovery code is good again. The file
 * is authentic, so only the database can tell: it knows which file was written last.
 */

/** What tells one slot file from another. */
export type SlotStamp = Pick<SlotState, 'revision' | 'mac'>;

/**
 * Whether a slot file is the one that this database knows: null when it is. A file may be ahead of the
 * database by what the database has announced, since a change is written to the file first: then
 * something was interrupted, and nothing is wrong.
 *
 * @param known null in a database that has never noted any.
 */
export function compareSlots(found: SlotStamp, known: SlotState | null): SlotsWarning | null {
  if (!known) return null;
  if (found.revision < known.revision) return 'older_slots';
  if (found.revision > Math.max(known.revision, known.expected)) return 'older_database';
  return found.revision === known.revision && found.mac !== known.mac ? 'older_slots' : null;
}

/** To be committed before a slot file of this revision is written. */
export async function announceSlots(store: Store, revision: number): Promise<void> {
  await store.transaction().execute(async (transaction) => {
    const known = await readSetting(transaction, 'slots_state');
    if (!known || known.expected >= revision) return;
    await writeSetting(transaction, 'slots_state', { ...known, expected: revision });
  });
}

/** Takes the slot file that has just been written, or was found to be right, as the newest. */
export async function noteSlots(transaction: Store, stamp: SlotStamp): Promise<void> {
  const known = await readSetting(transaction, 'slots_state');
  if (known?.revision === stamp.revision && known.mac === stamp.mac) return;
  const expected = Math.max(stamp.revision, known?.expected ?? 0);
  await writeSetting(transaction, 'slots_state', { ...stamp, expected });
}

/** Records that the files do not belong together, and keeps telling until an admin has seen to it. */
export async function recordWarning(
  store: Store,
  user: StoredUser,
  nowMs: number,
  found: SlotsWarning,
): Promise<void> {
  await store.transaction().execute(async (transaction) => {
    await recordAudit(transaction, user, nowMs, 'slots.mismatch', { found });
    await writeSetting(transaction, 'slots_warning', found);
  });
}
