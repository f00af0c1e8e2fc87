import { AppError } from '../../../preload/contract';
import { part } from '../../foundation/operation/part';
import type { Store } from '../../foundation/store/database';
import { explain, WORKSPACE_FAILURES } from '../../foundation/store/explain-error';
import { migrate } from '../../foundation/store/migrations';
import { verifyAudit } from '../audit/verify-audit';
import { type ClockMemory, readClockMemory } from '../retention/clock';
import { removeDatabase } from './database-file';
import { type DatabaseKey, OpenSlots } from './open-slots';
import { databaseFileIn, openStoreIn, type Place, slotFileIn } from './place';
import { type KeyGeneration, requireAuthentic, type SlotFile } from './slot-file';
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
}

/** The workspace that is unlocked, as it was found. Its key is nobody's part. */
export const openedWorkspace = part<Omit<OpenedWorkspace, 'key'>>('opened workspace');

/** Beside the database while its key is rotated; worthless before it has taken the other's place. */
export const unfinishedCopyIn = (path: string): string => `${databaseFileIn(path)}.part`;

/**
 * Opens the database and takes away what an interrupted change has left. The key stays the
 * caller's when this fails.
 *
 * @throws AppError `workspace.slots_damaged`, `workspace.database_damaged`,
 * `workspace.user_disabled`, `workspace.newer_version`
 */
export async function enter(
  place: Place,
  file: SlotFile,
  { key, databaseSalt }: DatabaseKey,
  userId: string,
): Promise<OpenedWorkspace> {
  requireAuthentic(file, generationFor(file, databaseSalt), key);
  const store = openStoreIn(place, key);
  try {
    await migrate(store);
    const users = await readUsers(store);
    const user = users.find(({ id, isDisabled }) => id === userId && !isDisabled);
    if (!user) throw new AppError('workspace.user_disabled');
    const slots = new OpenSlots(slotFileIn(place.path), file, { key, databaseSalt }, place.cost);
    await slots.settle(users);
    await removeDatabase(unfinishedCopyIn(place.path));
    const { intact: auditIntact } = await verifyAudit(store);
    const databaseFile = databaseFileIn(place.path);
    const clockMemory = await readClockMemory(store);
    return { name: file.name, databaseFile, key, store, slots, user, auditIntact, clockMemory };
  } catch (error) {
    await store.destroy();
    throw explain(error, WORKSPACE_FAILURES);
  }
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
