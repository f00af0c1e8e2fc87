import { AppError } from '../../../preload/contract';
import { sizeOf } from '../../foundation/files/file-errors';
import { explain, WORKSPACE_FAILURES } from '../../foundation/store/explain-error';
import { FolderLock } from '../../foundation/store/folder-lock';
import { recordAudit } from '../audit/audit-log';
import { type CreatedWorkspace, createWorkspace, type NewWorkspace } from './create-workspace';
import { databaseSaltOf } from './database-file';
import { SCRYPT_COST } from './key-slot';
import { enter, generationFor, type OpenedWorkspace } from './opened-workspace';
import { databaseFileIn, type Place, slotFileIn } from './place';
import { type CopyDatabase, type RotatedWorkspace, rotateKey } from './rotate-key';
import { unsealKey } from './sealed-key';
import { readSlotFile, type SlotFile, type UserSlots } from './slot-file';
import { recordWarning } from './slot-state';
import { type Credential, privateKeyOf } from './user-slots';

export type { NewWorkspace } from './create-workspace';
export type { OpenedWorkspace } from './opened-workspace';

/** What can be seen of a locked workspace. */
export interface LockedWorkspace {
  readonly name: string;
  /** Who can unlock it. */
  readonly users: readonly UserSlots[];
}

export interface Unlocking {
  readonly userId: string;
  readonly credential: Credential;
  readonly nowMs: number;
  /** Since the last time that it worked. */
  readonly failedAttempts: number;
}

/** The folder on disk: an encrypted database and, beside it, the file with the users' key slots. */
export class WorkspaceFolder {
  readonly path: string;
  readonly #place: Place;

  /** Only tests and tools give another cost; nothing that a user can set reaches it. */
  constructor(path: string, nativeBinding: string | undefined, cost = SCRYPT_COST) {
    this.path = path;
    this.#place = { path, nativeBinding, cost };
  }

  /**
   * Null where there is no workspace. Opens and changes nothing.
   *
   * @throws AppError `workspace.slots_damaged`, `workspace.slots_missing`,
   * `workspace.database_missing`, `workspace.newer_version`
   */
  async inspect(): Promise<LockedWorkspace | null> {
    const file = await readSlotFile(slotFileIn(this.path));
    const databaseBytes = await sizeOf(databaseFileIn(this.path));
    if (!file && databaseBytes !== null) throw new AppError('workspace.slots_missing');
    if (!file) return null;
    if (!databaseBytes) throw new AppError('workspace.database_missing');
    const isAdmitted = ({ id }: UserSlots): boolean => file.keys.some(({ sealed }) => id in sealed);
    return { name: file.name, users: file.users.filter(isAdmitted) };
  }

  /**
   * Keeps every other program out until it is released, or this one ends in whatever way.
   *
   * @throws AppError `workspace.in_use`
   */
  lock(): FolderLock {
    return FolderLock.take(this.#place);
  }

  /** @throws what {@link createWorkspace} throws */
  create(request: NewWorkspace): Promise<CreatedWorkspace> {
    return createWorkspace(this.#place, request);
  }

  /**
   * @throws AppError `workspace.not_found`, `workspace.database_missing`, `user.not_found`,
   * `workspace.user_disabled`; when the credential is wrong, what {@link privateKeyOf} throws; when
   * it is right, what {@link enter} throws.
   */
  async open({ userId, credential, ...circumstances }: Unlocking): Promise<OpenedWorkspace> {
    const file = await readSlotFile(slotFileIn(this.path));
    if (!file) throw new AppError('workspace.not_found');
    if (!(await sizeOf(databaseFileIn(this.path))))
      throw new AppError('workspace.database_missing');
    const databaseSalt = await databaseSaltOf(databaseFileIn(this.path));
    const key = await unlockKey(file, databaseSalt, userId, credential);
    try {
      const { nowMs } = circumstances;
      const databaseKey = { key, databaseSalt };
      const opened = await enter(this.#place, file, databaseKey, userId, (store, user, found) =>
        recordWarning(store, user, nowMs, found),
      );
      await recordUnlocking(opened, credential, circumstances);
      return opened;
    } catch (error) {
      key.fill(0);
      throw error;
    }
  }

  /** @throws what {@link rotateKey} throws: then the workspace is closed, its key zeroed. */
  rotateKey(opened: OpenedWorkspace, copyDatabase: CopyDatabase): Promise<RotatedWorkspace> {
    return rotateKey(this.#place, opened, copyDatabase);
  }
}

async function unlockKey(
  file: SlotFile,
  databaseSalt: string,
  userId: string,
  credential: Credential,
): Promise<Buffer> {
  const { workspaceId } = file;
  const user = file.users.find(({ id }) => id === userId);
  if (!user) throw new AppError('user.not_found');
  const privateKey = await privateKeyOf(user, credential, workspaceId);
  try {
    const sealed = generationFor(file, databaseSalt).sealed[userId];
    if (!sealed) throw new AppError('workspace.user_disabled');
    return unsealKey(sealed, privateKey, { workspaceId, userId });
  } finally {
    privateKey.fill(0);
  }
}

async function recordUnlocking(
  { store, user }: OpenedWorkspace,
  { kind }: Credential,
  { nowMs, failedAttempts }: Pick<Unlocking, 'nowMs' | 'failedAttempts'>,
): Promise<void> {
  const details = { method: kind, failedAttempts };
  try {
    await store
      .transaction()
      .execute((transaction) =>
        recordAudit(transaction, user, nowMs, 'workspace.unlocked', details),
      );
  } catch (error) {
    await store.destroy();
    throw explain(error, WORKSPACE_FAILURES);
  }
}
