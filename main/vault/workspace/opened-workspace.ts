import { AppError, type SlotsWarning } from '../../../preload/contract';
import { makePrivate } from '../../foundation/files/private-file';
import { part } from '../../foundation/operation/part';
import type { Store } from '../../foundation/store/database';
import { explain, WORKSPACE_FAILURES } from '../../foundation/store/explain-error';
import { migrate } from '../../foundation/store/migrations';
import { readSetting, type SlotState } from '../../foundation/store/settings';
import { verifyAudit } from '../audit/verify-audit';
import { type ClockMemory, readClockMemory } from '../retention/clock';
import { removeDatabase } from './database-file';
import { type DatabaseKey, OpenSlots } from './open-slots';
import { databaseFileIn, openStoreIn, type Place, slotFileIn } from './place';
import { type KeyGeneration, requireAuthentic, type SlotFile } from './slot-file';
import { announceSlots, compareSlots, noteSlots } from './slot-state';
import { readUsers, type StoredUser } from './users';

/** A decrypted workspace. Whoever holds it destroys the store and zeroes the key. */
export interface OpenedWorkspace {
  readonly name: string;
  readonly databaseFile: string;
  readonly key: Buffer;
  readonly store: Store;
  readonly slots: OpenSlots;
  /** Who has unlocked it. */
  readonly user: StoredUser;
  /** Whether the audit log was found as it was written. */
  readonly auditIntact: boolean;
  readonly clockMemory: ClockMemory;
  /** Whether the slot file or the database was found to be older than the other, now or before. */
  readonly slotsWarning: SlotsWarning | null;
}

/** The workspace that is unlocked, as it was found. Its key is nobody's part. */
export const openedWorkspace = part<Omit<OpenedWorkspace, 'key'>>('opened workspace');

/** Beside the database while its key is rotated; worthless before it has taken the other's place. */
export const unfinishedCopyIn = (path: string): string => `${databaseFileIn(path)}.part`;

/**
 * Opens the database and takes away what an interrupted change has left. The key stays the
 * caller's when this fails.
 *
 * @param warn records that the slot file and the database do not belong together, before they do.
 * @throws AppError `workspace.slots_damaged`, `workspace.database_damaged`,
 * `workspace.user_disabled`, `workspace.newer_version`
 */
export async function enter(
  place: Place,
  file: SlotFile,
  { key, databaseSalt }: DatabaseKey,
  userId: string,
  warn: (store: Store, user: StoredUser, found: SlotsWarning) => Promise<void> = async () =>
    undefined,
): Promise<OpenedWorkspace> {
  requireAuthentic(file, generationFor(file, databaseSalt), key);
  const store = openStoreIn(place, key);
  try {
    await migrate(store);
    const users = await readUsers(store);
    const user = users.find(({ id, isDisabled }) => id === userId && !isDisabled);
    if (!user) throw new AppError('workspace.user_disabled');
    const known = await readSetting(store, 'slots_state');
    const current = { key, databaseSalt };
    const slots = new OpenSlots(slotFileIn(place.path), file, current, place.cost, known?.revision);
    const found = await misfit(store, slots, known);
    if (found) await warn(store, user, found);
    await settleSlots(store, slots, users, found);
    await makePrivate(place.path);
    await removeDatabase(unfinishedCopyIn(place.path));
    const { intact: auditIntact } = await verifyAudit(store);
    const databaseFile = databaseFileIn(place.path);
    const clockMemory = await readClockMemory(store);
    const slotsWarning = await readSetting(store, 'slots_warning');
    const facts = { auditIntact, clockMemory, slotsWarning };
    return { name: file.name, databaseFile, key, store, slots, user, ...facts };
  } catch (error) {
    await store.destroy();
    throw explain(error, WORKSPACE_FAILURES);
  }
}

async function misfit(
  store: Store,
  slots: OpenSlots,
  known: SlotState | null,
): Promise<SlotsWarning | null> {
  const found = compareSlots(slots.stamp, known);
  // A backup takes the slot file along that there is when the database has been copied.
  const isBackup = (await readSetting(store, 'backup_of')) !== null;
  return found === 'older_database' && isBackup ? null : found;
}

/** Makes the file agree with the database, and the database know the file. */
async function settleSlots(
  store: Store,
  slots: OpenSlots,
  users: readonly StoredUser[],
  found: SlotsWarning | null,
): Promise<void> {
  if (found || !slots.isSettled(users)) {
    await announceSlots(store, slots.nextRevision);
    await slots.renew(users);
  }
  await store.transaction().execute((transaction) => noteSlots(transaction, slots.stamp));
}

/**
 * The key that the database is under. After an interrupted rotation its salt tells: trying the
 * wrong key on a database with a write-ahead log would put the log at risk.
 */
export function generationFor({ keys }: SlotFile, databaseSalt: string): KeyGeneration {
  const [only, second] = keys;
  const generation = second ? keys.find((one) => one.databaseSalt === databaseSalt) : only;
  if (!generation) throw new AppError('workspace.database_damaged');
  return generation;
}
