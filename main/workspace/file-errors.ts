import { stat } from 'node:fs/promises';
import { AppError } from '../../preload/contract';

/** The size in bytes; null when there is no such file. */
export async function sizeOf(file: string): Promise<number | null> {
  try {
    return (await stat(file)).size;
  } catch (error) {
    ignoreAbsent(error);
    return null;
  }
}

/** Lets "there is no such file" pass, and throws everything else. */
export function ignoreAbsent(error: unknown): void {
  if (systemCode(error) !== 'ENOENT') throw error;
}

/** Why a folder could not be written, as far as a person can do something about it. */
export function creationError(error: unknown): unknown {
  const code = systemCode(error);
  if (code === 'ENOTEMPTY' || code === 'EEXIST') {
    return new AppError('workspace.exists', {}, { cause: error });
  }
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS' || code === 'SQLITE_CANTOPEN') {
    return new AppError('workspace.folder_not_writable', {}, { cause: error });
  }
  if (code === 'ENOSPC' || code === 'SQLITE_FULL') {
    return new AppError('workspace.disk_full', {}, { cause: error });
  }
  return error;
}

export function systemCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
