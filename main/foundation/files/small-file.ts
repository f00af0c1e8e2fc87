import { constants, open } from 'node:fs/promises';
import { ignoreAbsent } from './file-errors';

/**
 * The text of an ordinary file that somebody else may have written; null when there is none. A
 * folder, a pipe or a device is not read, nor is what is larger than `maxBytes`.
 *
 * @throws Error
 */
export async function readSmallFile(file: string, maxBytes: number): Promise<string | null> {
  return (await readSmallBytes(file, maxBytes))?.toString('utf8') ?? null;
}

/** As {@link readSmallFile}, for a text whose encoding is not known. @throws Error */
export async function readSmallBytes(file: string, maxBytes: number): Promise<Buffer | null> {
  // A pipe would keep whoever opens it waiting for its other end.
  const handle = await open(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)).catch(
    (error: unknown) => {
      ignoreAbsent(error);
      return null;
    },
  );
  if (!handle) return null;
  try {
    const found = await handle.stat();
    if (!found.isFile()) throw new Error('This is no ordinary file.');
    if (found.size > maxBytes) throw new RangeError('This file is too large.');
    return await handle.readFile();
  } finally {
    await handle.close();
  }
}
