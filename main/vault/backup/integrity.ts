import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { flushFolder, writeFileAtomically } from '../../foundation/files/atomic-file';
import { sizeOf } from '../../foundation/files/file-errors';
import type { Store } from '../../foundation/store/database';
import { systemCode } from '../../foundation/store/explain-error';
import { databaseFileIn } from '../workspace/place';

const DAMAGE = new Set(['SQLITE_CORRUPT', 'SQLITE_NOTADB']);

/** Reads the whole database: whether its pages decrypt and agree with each other. */
export async function isSound(store: Store): Promise<boolean> {
  try {
    const { rows } = await sql<{ quick_check: string }>`pragma quick_check(1)`.execute(store);
    return rows[0]?.quick_check === 'ok';
  } catch (error) {
    if (DAMAGE.has(systemCode(error))) return false;
    throw error;
  }
}

const marker = (folder: string): string => join(folder, 'damage-found');

/**
 * Whether the database has to be checked before anyone works with it: it was not closed properly
 * (SQLite removes the write-ahead log when the last connection closes), or damage was found before.
 */
export async function needsCheck(folder: string): Promise<boolean> {
  const files = [`${databaseFileIn(folder)}-wal`, marker(folder)];
  const sizes = await Promise.all(files.map(sizeOf));
  return sizes.some((size) => size !== null);
}

/** Remembers, even across a crash, that damage was found, until a check finds none. */
export async function noteDamage(folder: string, isDamaged: boolean): Promise<void> {
  if (isDamaged) await writeFileAtomically(marker(folder), '');
  else {
    // Recursively: somebody may have made a folder of this name.
    await rm(marker(folder), { recursive: true, force: true });
    await flushFolder(folder);
  }
}
