import { randomBytes } from 'node:crypto';
import { rename } from 'node:fs/promises';
import { AppError } from '../../../preload/contract';
import { flushFolder } from '../../foundation/files/atomic-file';
import { KEY_BYTES } from '../../foundation/store/connection';
import { explain, WORKSPACE_FAILURES } from '../../foundation/store/explain-error';
import { databaseSaltOf, removeDatabase } from './database-file';
import { enter, type OpenedWorkspace, unfinishedCopyIn } from './opened-workspace';
import { databaseFileIn, openStoreIn, type Place, slotFileIn } from './place';
import { readSlotFile } from './slot-file';
import { announceSlots } from './slot-state';

/** Writes the database under `newKey` to the file `copy`: `copyUnderKey`, in the worker. */
export type CopyDatabase = (request: { copy: string; newKey: Uint8Array }) => Promise<void>;

export interface RotatedWorkspace {
  readonly opened: OpenedWorkspace;
  /** Why the database is still under its old key, if it is. */
  readonly failure?: unknown;
}

/**
 * Puts the database under a new key and opens it again. The store of the workspace has to be
 * closed and its key not zeroed yet. At whatever moment this ends, the workspace opens as before:
 * the slot file holds both keys before the new database takes the old one's place, and `enter`
 * removes the key that the database is not under.
 */
export async function rotateKey(
  place: Place,
  { key, slots, user }: OpenedWorkspace,
  copyDatabase: CopyDatabase,
): Promise<RotatedWorkspace> {
  const newKey = randomBytes(KEY_BYTES);
  const database = databaseFileIn(place.path);
  try {
    const oldSalt = await databaseSaltOf(database);
    const failure = await replace(place.path, async (copy) => {
      await announce(place, key, slots.nextRevision);
      await copyDatabase({ copy, newKey });
      await slots.expect({ key: newKey, databaseSalt: await databaseSaltOf(copy) });
    });
    const databaseSalt = await databaseSaltOf(database);
    const isRotated = databaseSalt !== oldSalt;
    const [current, other] = isRotated ? [newKey, key] : [key, newKey];
    other.fill(0);
    const file = await readSlotFile(slotFileIn(place.path));
    if (!file) throw new AppError('workspace.slots_missing');
    const opened = await enter(place, file, { key: current, databaseSalt }, user.id);
    return isRotated ? { opened } : { opened, failure };
  } catch (error) {
    for (const secret of [key, newKey]) secret.fill(0);
    throw error;
  }
}

/** In the database under the old key, of which the one under the new key is a copy. */
async function announce(place: Place, key: Buffer, revision: number): Promise<void> {
  const store = openStoreIn(place, key);
  await announceSlots(store, revision).finally(() => store.destroy());
}

/** Lets the copy take the database's place; returns why it did not. */
async function replace(path: string, write: (copy: string) => Promise<void>): Promise<unknown> {
  const copy = unfinishedCopyIn(path);
  try {
    await removeDatabase(copy);
    await write(copy);
    await rename(copy, databaseFileIn(path));
    await flushFolder(path);
    return undefined;
  } catch (error) {
    return explain(error, WORKSPACE_FAILURES);
  }
}
