import { open } from 'node:fs/promises';
import { sql } from 'kysely';
import { AppError } from '../../../preload/contract';
import { createPrivately } from '../files/private-file';
import { openConnection, rekey } from './connection';
import { createStore, type Store } from './database';
import { explain, WORKSPACE_FAILURES } from './explain-error';

export interface CopyUnderKey {
  /** The key of the database that is copied. */
  readonly key: Uint8Array;
  readonly newKey: Uint8Array;
  /** Path of the copy; there must be no such file. */
  readonly copy: string;
  readonly nativeBinding: string | undefined;
  /** Adds to the copy what only the copy says. */
  readonly finish: (copy: Store) => Promise<void>;
}

/**
 * Copies the database into a new file under another key, and reads all of it back. The database
 * itself stays as it was, with no write-ahead log beside it, so that the copy can take its place in
 * one step: `PRAGMA rekey` in place would leave a file under two keys to a crash.
 *
 * @throws AppError `workspace.in_use` when somebody else has the database open, and
 * {@link WORKSPACE_FAILURES}
 */
export async function copyUnderKey(store: Store, request: CopyUnderKey): Promise<void> {
  try {
    // Waits for other connections to be closed: from here on, nobody writes to the old file.
    await sql`pragma journal_mode=delete`.execute(store);
    await createPrivately(request.copy);
    await sql`vacuum into ${request.copy}`.execute(store);
    encryptAnew(request);
    await verify(request);
    const file = await open(request.copy, 'r+');
    await file.sync().finally(() => file.close());
  } catch (error) {
    throw explain(error, WORKSPACE_FAILURES);
  }
}

function encryptAnew({ copy, key, newKey, nativeBinding }: CopyUnderKey): void {
  const connection = openConnection({ file: copy, key, nativeBinding });
  try {
    rekey(connection, newKey);
  } finally {
    connection.close();
  }
}

async function verify({ copy, newKey, nativeBinding, finish }: CopyUnderKey): Promise<void> {
  const connection = openConnection({ file: copy, key: newKey, nativeBinding });
  const store = createStore(connection);
  try {
    if (connection.pragma('quick_check', { simple: true }) !== 'ok') {
      throw new AppError('workspace.database_damaged');
    }
    await finish(store);
  } finally {
    await store.destroy();
  }
}
