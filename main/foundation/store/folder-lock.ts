import { closeSync, constants, fstatSync, ftruncateSync, lstatSync, openSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3-multiple-ciphers';
import { AppError } from '../../../preload/contract';
import type { ConnectionOptions } from './connection';
import { type ErrorCodes, explain, systemCode, WORKSPACE_FAILURES } from './explain-error';

/** A folder, and where the driver is that locks it. */
export interface LockedFolder extends Pick<ConnectionOptions, 'nativeBinding'> {
  readonly path: string;
}

export const lockFileIn = (path: string): string => join(path, 'lock.db');

const LOCK_FAILURES: ErrorCodes = {
  ...WORKSPACE_FAILURES,
  SQLITE_BUSY: 'workspace.in_use',
  ENOENT: 'workspace.not_found',
  ENOTDIR: 'workspace.not_found',
  // Something else lies where the file belongs.
  EISDIR: 'workspace.folder_not_writable',
  ELOOP: 'workspace.folder_not_writable',
};

const UNREADABLE = new Set(['SQLITE_NOTADB', 'SQLITE_CORRUPT']);

/**
 * The right to be the only program that works with a workspace. It is an exclusive lock of SQLite on
 * an empty database in the folder: a lock of the operating system on the file itself, so that it
 * holds by whatever path another program comes, and is gone when this one is, even by a crash.
 */
export class FolderLock {
  readonly #connection: Database.Database;

  private constructor(connection: Database.Database) {
    this.#connection = connection;
  }

  /** @throws AppError `workspace.in_use` while another program has it, {@link WORKSPACE_FAILURES} */
  static take(folder: LockedFolder): FolderLock {
    try {
      prepare(lockFileIn(folder.path));
      return new FolderLock(lock(folder));
    } catch (error) {
      throw explain(error, LOCK_FAILURES);
    }
  }

  release(): void {
    this.#connection.close();
  }
}

/**
 * Makes the file for its owner alone, and empties what somebody has put into it. Never through a link,
 * which may lead to the database itself or to any other file of the user's.
 */
function prepare(file: string): void {
  // Not every system can be asked to open no link.
  if (lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink())
    throw new AppError('workspace.folder_not_writable');
  const flags = constants.O_RDWR | constants.O_CREAT | (constants.O_NONBLOCK ?? 0);
  const descriptor = openSync(file, flags | (constants.O_NOFOLLOW ?? 0), 0o600);
  try {
    const found = fstatSync(descriptor);
    const isOurs = found.isFile() && (found.size === 0 || found.nlink === 1);
    if (!isOurs) throw new AppError('workspace.folder_not_writable');
    // Emptied, not exchanged: whoever has locked it has locked this very file.
    if (found.size > 0) ftruncateSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function lock({ path, nativeBinding }: LockedFolder): Database.Database {
  const connection = new Database(lockFileIn(path), {
    fileMustExist: true,
    timeout: 0,
    ...(nativeBinding === undefined ? {} : { nativeBinding }),
  });
  try {
    // Without a cipher, and nothing is ever written: the transaction is the lock.
    connection.exec('begin exclusive');
    return connection;
  } catch (error) {
    connection.close();
    throw UNREADABLE.has(systemCode(error)) ? new AppError('workspace.in_use') : error;
  }
}
