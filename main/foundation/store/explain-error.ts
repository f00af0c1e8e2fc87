import { AppError, type ErrorCode } from '../../../preload/contract';

export type ErrorCodes = Readonly<Record<string, ErrorCode>>;

/** Failures of the workspace's own files. SQLite says NOTADB for a wrong key and a damaged header. */
export const WORKSPACE_FAILURES: ErrorCodes = {
  SQLITE_NOTADB: 'workspace.database_damaged',
  SQLITE_CORRUPT: 'workspace.database_damaged',
  SQLITE_FULL: 'workspace.disk_full',
  ENOSPC: 'workspace.disk_full',
  EDQUOT: 'workspace.disk_full',
  SQLITE_READONLY: 'workspace.folder_not_writable',
  SQLITE_CANTOPEN: 'workspace.folder_not_writable',
  SQLITE_IOERR: 'workspace.folder_not_writable',
  EACCES: 'workspace.folder_not_writable',
  EPERM: 'workspace.folder_not_writable',
  EROFS: 'workspace.folder_not_writable',
};

/** Turns a failure that a person can do something about into its error; any other stays as it is. */
export function explain(error: unknown, codes: ErrorCodes): unknown {
  const code = codes[systemCode(error)];
  return code ? new AppError(code, {}, { cause: error }) : error;
}

/** The code of a system or SQLite error (`SQLITE_IOERR_WRITE` counts as `SQLITE_IOERR`), or ''. */
export function systemCode(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return code.startsWith('SQLITE_') ? code.split('_', 2).join('_') : code;
}
