import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';

/** Opens a file that a user chose, unless it is something else, such as a pipe; null when it cannot be. */
export async function openPlainFile(
  path: string,
): Promise<{ file: FileHandle; bytes: number } | null> {
  try {
    // Without it, opening a pipe waits until somebody writes to it.
    const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const stat = await file.stat();
    if (stat.isFile()) return { file, bytes: stat.size };
    await file.close();
    return null;
  } catch {
    return null;
  }
}
