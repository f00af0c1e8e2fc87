import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Store } from '../store/database';
import { type ErrorCodes, explain } from '../store/explain-error';
import { flushFolder } from './atomic-file';
import { forgetUnfinished, rememberUnfinished, unfinishedBeside } from './unfinished-files';

/** Where a file has to be known before it gets its name, over what may have been there. */
export interface Registration<T> {
  readonly enter: (written: T) => Promise<void>;
  /** The file could not get its name after all. */
  readonly takeBack: () => Promise<void>;
}

const UNREGISTERED: Registration<unknown> = {
  enter: async () => undefined,
  takeBack: async () => undefined,
};

/**
 * Writes a file beside its target under a temporary name and gives it its own once `write` is
 * through and the registration has taken it. Whatever goes wrong, no partial file stays and a file
 * that was there before is intact; what a killed process leaves is removed at the next unlock.
 *
 * @throws AppError `export.disk_full`, `export.folder_missing`, `export.folder_not_writable`,
 * `export.file_in_use`, `export.name_too_long`
 */
export async function writeTarget<T>(
  store: Store,
  target: string,
  write: (file: FileHandle) => Promise<T>,
  registration: Registration<T> = UNREGISTERED,
): Promise<T> {
  const temporary = unfinishedBeside(target, '.part');
  await rememberUnfinished(store, temporary);
  try {
    const file = await open(temporary, 'wx+', 0o600);
    let result: T;
    try {
      result = await write(file);
      await file.sync();
    } finally {
      await file.close();
    }
    await registration.enter(result);
    try {
      await rename(temporary, target);
    } catch (error) {
      await registration.takeBack();
      throw error;
    }
    // The file is there either way; some file systems cannot flush a folder.
    await flushFolder(dirname(target)).catch(() => undefined);
    return result;
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw explain(error, TARGET_FAILURES);
  } finally {
    await forgetUnfinished(store, temporary);
  }
}

export const TARGET_FAILURES: ErrorCodes = {
  ENOSPC: 'export.disk_full',
  EDQUOT: 'export.disk_full',
  ENOENT: 'export.folder_missing',
  ENOTDIR: 'export.folder_missing',
  ENAMETOOLONG: 'export.name_too_long',
  EACCES: 'export.folder_not_writable',
  EROFS: 'export.folder_not_writable',
  EBUSY: 'export.file_in_use',
  EPERM: 'export.file_in_use',
  EISDIR: 'export.file_in_use',
  ETXTBSY: 'export.file_in_use',
};
