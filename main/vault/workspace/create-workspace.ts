import { randomBytes, randomUUID } from 'node:crypto';
import { mkdir, rename, rm, rmdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { flushFolder } from '../../foundation/files/atomic-file';
import { ignoreAbsent } from '../../foundation/files/file-errors';
import { KEY_BYTES } from '../../foundation/store/connection';
import type { Store } from '../../foundation/store/database';
import { type ErrorCodes, explain, WORKSPACE_FAILURES } from '../../foundation/store/explain-error';
import { migrate } from '../../foundation/store/migrations';
import { cleanLine } from '../../foundation/text/clean-text';
import { recordAudit } from '../audit/audit-log';
import { databaseSaltOf } from './database-file';
import type { ScryptCost } from './key-slot';
import type { Keystore } from './keystore';
import { oneTimePassword } from './one-time-password';
import type { DatabaseKey } from './open-slots';
import { enter, type OpenedWorkspace } from './opened-workspace';
import { databaseFileIn, openStoreIn, type Place, slotFileIn } from './place';
import { sealKey } from './sealed-key';
import { authenticate, type SlotFile, writeSlotFile } from './slot-file';
import { type Credential, newUserSlots } from './user-slots';
import { insertUser } from './users';

export interface NewWorkspace {
  readonly name: string;
  readonly userName: string;
  readonly passphrase: string;
  /** Given where this computer's key store shall open the workspace, too. */
  readonly keystore?: Keystore | undefined;
  readonly nowMs: number;
  /** Fills the new database before anyone sees it, in the transaction that creates its user. */
  readonly furnish: (store: Store) => Promise<void>;
}

export interface CreatedWorkspace {
  readonly opened: OpenedWorkspace;
  /** To be shown now; nobody can find it out later. */
  readonly recoveryCode: string;
}

/**
 * Builds the folder under a temporary name and renames it, so that a crash leaves no half of one.
 *
 * @throws AppError `workspace.exists`, `workspace.folder_not_writable`, `workspace.disk_full`,
 * `workspace.keystore_unavailable`
 */
export async function createWorkspace(
  place: Place,
  given: NewWorkspace,
): Promise<CreatedWorkspace> {
  const request = { ...given, userName: cleanLine(given.userName) };
  const { path, cost } = place;
  const key = randomBytes(KEY_BYTES);
  const userId = randomUUID();
  const recoveryCode = oneTimePassword();
  const unfinished = { ...place, path: `${path}.part` };
  try {
    await rm(unfinished.path, { recursive: true, force: true });
    await mkdir(unfinished.path, { recursive: true, mode: 0o700 });
    await createDatabase(unfinished, key, userId, request);
    const databaseSalt = await databaseSaltOf(databaseFileIn(unfinished.path));
    const databaseKey = { key, databaseSalt };
    const slots = await firstSlots(databaseKey, userId, recoveryCode, request, cost);
    await writeSlotFile(slotFileIn(unfinished.path), slots);
    await rmdir(path).catch(ignoreAbsent);
    await rename(unfinished.path, path);
    await flushFolder(dirname(path));
    return { opened: await enter(place, slots, databaseKey, userId), recoveryCode };
  } catch (error) {
    key.fill(0);
    await rm(unfinished.path, { recursive: true, force: true });
    throw explain(error, CREATION_FAILURES);
  }
}

const CREATION_FAILURES: ErrorCodes = {
  ...WORKSPACE_FAILURES,
  ENOTEMPTY: 'workspace.exists',
  EEXIST: 'workspace.exists',
  // What Node says when it makes folders on a read-only disk.
  ENOENT: 'workspace.folder_not_writable',
};

async function createDatabase(
  place: Place,
  key: Buffer,
  userId: string,
  { userName, nowMs, furnish }: NewWorkspace,
): Promise<void> {
  const store = openStoreIn(place, key, true);
  try {
    await migrate(store);
    await store.transaction().execute(async (transaction) => {
      const user = { id: userId, name: userName, role: 'admin' as const };
      await insertUser(transaction, user, nowMs, false);
      await furnish(transaction);
      await recordAudit(transaction, user, nowMs, 'workspace.created');
    });
  } finally {
    await store.destroy();
  }
}

async function firstSlots(
  databaseKey: DatabaseKey,
  userId: string,
  recoveryCode: string,
  { name, userName, passphrase, keystore }: NewWorkspace,
  cost: ScryptCost,
): Promise<SlotFile> {
  const workspaceId = randomUUID();
  const credentials: Credential[] = [
    { kind: 'passphrase', secret: passphrase },
    { kind: 'recovery', secret: recoveryCode },
    ...(keystore ? [{ kind: 'keystore' as const, keystore }] : []),
  ];
  const owner = { workspaceId, userId };
  const user = await newUserSlots(owner, userName, credentials, cost);
  const sealed = { [userId]: sealKey(databaseKey.key, user.publicKey, owner) };
  const keys = [{ ...databaseKey, sealed }];
  return authenticate({ workspaceId, name, revision: 1, users: [user], keys });
}
