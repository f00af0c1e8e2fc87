import { sql } from 'kysely';
import { AppError } from '../../../preload/contract';
import { createPrivately } from '../../foundation/files/private-file';
import { type ConnectionOptions, openConnection } from '../../foundation/store/connection';
import { createStore, type Store } from '../../foundation/store/database';
import { type ErrorCodes, explain, WORKSPACE_FAILURES } from '../../foundation/store/explain-error';
import { writeSetting } from '../../foundation/store/settings';
import { allTables } from '../../foundation/store/tables';
import { isSound } from './integrity';

/** How the copy is opened: like its source, under the same key. */
export type CopyKey = Pick<ConnectionOptions, 'key' | 'nativeBinding'>;

/**
 * Copies the database as it is at one moment into a new file, encrypted under the same key and free
 * of deleted pages, notes in the copy that it is one, and checks it: it opens, its pages are sound,
 * and no row is missing.
 *
 * @throws AppError `workspace.database_damaged` when the source cannot be read,
 * `export.verification_failed` when the copy cannot, and what writing the file throws.
 */
export async function copyDatabase(
  source: Store,
  copy: string,
  access: CopyKey,
  createdAtMs: number,
): Promise<void> {
  const before = await versionOf(source);
  await createPrivately(copy);
  // `db.backup()` cannot write an encrypted database; this can, and writers go on meanwhile.
  await sql`vacuum into ${copy}`.execute(source).catch((error: unknown) => {
    throw explain(error, COPY_FAILURES);
  });
  const expected = await countRows(source);
  const isQuiet = (await versionOf(source)) === before;
  const found = await checkCopy(copy, access, createdAtMs);
  // With a chat going on, the source has moved and its counts say nothing about the copy.
  if (isQuiet && found !== expected) throw new AppError('export.verification_failed');
}

/** The sound copy's row counts. */
async function checkCopy(file: string, access: CopyKey, createdAtMs: number): Promise<string> {
  try {
    const copy = createStore(openConnection({ file, ...access }));
    try {
      // Inside, where nobody without the key can write it: the database says that it is a backup.
      await writeSetting(copy, 'backup_of', createdAtMs);
      if (await isSound(copy)) return await countRows(copy);
    } finally {
      await copy.destroy();
    }
  } catch (error) {
    throw new AppError('export.verification_failed', {}, { cause: error });
  }
  throw new AppError('export.verification_failed');
}

async function countRows(store: Store): Promise<string> {
  const tables = [
    ...allTables.map(({ name }) => name),
    'experiences',
    'users',
    'audit_log',
  ] as const;
  const counts: number[] = [];
  for (const table of tables) {
    const { rows } = await store
      .selectFrom(table)
      .select((eb) => eb.fn.countAll<number>().as('rows'))
      .executeTakeFirstOrThrow();
    counts.push(rows);
  }
  return counts.join();
}

/** Changes when another connection commits. */
async function versionOf(store: Store): Promise<unknown> {
  const { rows } = await sql`pragma data_version`.execute(store);
  return JSON.stringify(rows);
}

/** What SQLite says of the file it writes to is about the target, not about the workspace. */
const COPY_FAILURES: ErrorCodes = {
  ...WORKSPACE_FAILURES,
  SQLITE_FULL: 'export.disk_full',
  SQLITE_CANTOPEN: 'export.folder_not_writable',
  SQLITE_READONLY: 'export.folder_not_writable',
  SQLITE_IOERR: 'export.folder_not_writable',
};
