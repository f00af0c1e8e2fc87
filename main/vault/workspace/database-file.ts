import { open, rm } from 'node:fs/promises';
import { AppError } from '../../../preload/contract';

const SALT_BYTES = 16;

/** The salt, hex, that begins an SQLCipher file; another key brings another one. */
export async function databaseSaltOf(file: string): Promise<string> {
  const handle = await open(file, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(SALT_BYTES), 0, SALT_BYTES, 0);
    if (bytesRead < SALT_BYTES) throw new AppError('workspace.database_damaged');
    return buffer.toString('hex');
  } finally {
    await handle.close();
  }
}

/** Removes a database that nobody has open, with the files that SQLite keeps beside one. */
export async function removeDatabase(file: string): Promise<void> {
  for (const suffix of ['', '-wal', '-shm', '-journal']) await rm(file + suffix, { force: true });
}
