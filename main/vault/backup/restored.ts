import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writeFileAtomically } from '../../foundation/files/atomic-file';
import { ignoreAbsent } from '../../foundation/files/file-errors';

/** In the folder of a workspace that was restored and not yet swept since. */
const marker = (folder: string): string => join(folder, 'restored');

/** @param createdAtMs when the backup was made. */
export async function markRestored(folder: string, createdAtMs: number): Promise<void> {
  await writeFileAtomically(marker(folder), String(createdAtMs));
}

/** When the backup was made that the workspace comes from; null unless it still has to be swept. */
export async function restoredFrom(folder: string): Promise<number | null> {
  try {
    return Number(await readFile(marker(folder), 'utf8'));
  } catch (error) {
    ignoreAbsent(error);
    return null;
  }
}

export async function clearRestored(folder: string): Promise<void> {
  await rm(marker(folder), { force: true });
}
