import { randomBytes, randomUUID } from 'node:crypto';
import { mkdir, rename, rm, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { AppError, type Role } from '../../preload/contract';
import { KEY_BYTES, openConnection } from '../store/connection';
import { createStore, type Store } from '../store/database';
import { type ErrorCodes, explain, WORKSPACE_FAILURES } from '../store/explain-error';
import { migrate } from '../store/migrations';
import { flushFolder } from './atomic-file';
import { ignoreAbsent, sizeOf } from './file-errors';
import { unwrapKey, wrapKey } from './key-slot';
import { readSlotFile, type SlotFile, writeSlotFile } from './slot-file';
import { addUser, readUser } from './users';

export interface User {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
}

/** A decrypted workspace. Whoever holds it destroys the store and zeroes the key. */
export interface OpenedWorkspace {
  readonly name: string;
  readonly databaseFile: string;
  readonly key: Buffer;
  readonly store: Store;
  readonly user: User;
}

export interface NewWorkspace {
  readonly name: string;
  readonly passphrase: string;
  readonly userName: string;
  readonly nowMs: number;
  /** Fills the new database before anyone sees it. */
  readonly furnish: (store: Store) => Promise<void>;
}

/** The folder on disk: an encrypted database and, beside it, the file with its wrapped keys. */
export class WorkspaceFolder {
  readonly path: string;
  readonly #nativeBinding: string | undefined;

  constructor(path: string, nativeBinding: string | undefined) {
    this.path = path;
    this.#nativeBinding = nativeBinding;
  }

  /**
   * The workspace's name, or null where there is none. Opens and changes nothing.
   *
   * @throws AppError `workspace.slots_damaged`, `workspace.slots_missing`,
   * `workspace.database_missing`, `workspace.newer_version`
   */
  async inspect(): Promise<string | null> {
    const slots = await readSlotFile(slotFile(this.path));
    const databaseBytes = await sizeOf(databaseFile(this.path));
    if (!slots && databaseBytes !== null) throw new AppError('workspace.slots_missing');
    if (!slots) return null;
    if (!databaseBytes) throw new AppError('workspace.database_missing');
    return slots.name;
  }

  /**
   * Builds the folder under a temporary name and renames it, so that a crash leaves no half of one.
   *
   * @throws AppError `workspace.exists`, `workspace.folder_not_writable`, `workspace.disk_full`
   */
  async create(request: NewWorkspace): Promise<OpenedWorkspace> {
    const key = randomBytes(KEY_BYTES);
    const user: User = { id: randomUUID(), name: request.userName, role: 'admin' };
    const unfinished = `${this.path}.part`;
    try {
      await rm(unfinished, { recursive: true, force: true });
      await mkdir(unfinished, { recursive: true, mode: 0o700 });
      await this.#createDatabase(unfinished, key, user, request);
      await writeSlotFile(slotFile(unfinished), await firstSlot(key, user, request));
      await rmdir(this.path).catch(ignoreAbsent);
      await rename(unfinished, this.path);
      await flushFolder(dirname(this.path));
      const store = this.#openStore(this.path, key);
      return { name: request.name, databaseFile: databaseFile(this.path), key, store, user };
    } catch (error) {
      key.fill(0);
      await rm(unfinished, { recursive: true, force: true });
      throw explain(error, CREATION_FAILURES);
    }
  }

  /**
   * @throws AppError `workspace.not_found`, `workspace.wrong_passphrase`,
   * `workspace.database_missing`, and `workspace.database_damaged` when the passphrase is right but
   * the database cannot be read.
   */
  async open(passphrase: string): Promise<OpenedWorkspace> {
    const slots = await readSlotFile(slotFile(this.path));
    if (!slots) throw new AppError('workspace.not_found');
    if (!(await sizeOf(databaseFile(this.path)))) throw new AppError('workspace.database_missing');
    const { key, userId } = await firstThatOpens(slots, passphrase);
    let store: Store | undefined;
    try {
      store = this.#openStore(this.path, key);
      await migrate(store);
      const user = await readUser(store, userId);
      return { name: slots.name, databaseFile: databaseFile(this.path), key, store, user };
    } catch (error) {
      key.fill(0);
      await store?.destroy();
      throw explain(error, WORKSPACE_FAILURES);
    }
  }

  async #createDatabase(
    folder: string,
    key: Buffer,
    user: User,
    { nowMs, furnish }: NewWorkspace,
  ): Promise<void> {
    const store = this.#openStore(folder, key, true);
    try {
      await migrate(store);
      await addUser(store, user, nowMs);
      await furnish(store);
    } finally {
      await store.destroy();
    }
  }

  #openStore(folder: string, key: Buffer, create = false): Store {
    const nativeBinding = this.#nativeBinding;
    return createStore(openConnection({ file: databaseFile(folder), key, create, nativeBinding }));
  }
}

const CREATION_FAILURES: ErrorCodes = {
  ...WORKSPACE_FAILURES,
  ENOTEMPTY: 'workspace.exists',
  EEXIST: 'workspace.exists',
  // What Node says when it makes folders on a read-only disk.
  ENOENT: 'workspace.folder_not_writable',
};

const slotFile = (folder: string): string => join(folder, 'workspace.json');
const databaseFile = (folder: string): string => join(folder, 'vault.db');

async function firstSlot(key: Buffer, user: User, request: NewWorkspace): Promise<SlotFile> {
  const workspaceId = randomUUID();
  const owner = { id: randomUUID(), userId: user.id, workspaceId };
  const slot = await wrapKey(key, request.passphrase, owner);
  return {
    format: 'chatvault-workspace',
    version: 1,
    workspaceId,
    name: request.name,
    slots: [slot],
  };
}

/** Tries the slots in turn; a passphrase that opens none is wrong. */
async function firstThatOpens(
  { slots, workspaceId }: SlotFile,
  passphrase: string,
): Promise<{ key: Buffer; userId: string }> {
  let refusal: unknown = new AppError('workspace.wrong_passphrase');
  for (const slot of slots) {
    try {
      return { key: await unwrapKey(slot, passphrase, workspaceId), userId: slot.userId };
    } catch (error) {
      refusal = error;
    }
  }
  throw refusal;
}
