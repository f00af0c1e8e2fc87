import { stat } from 'node:fs/promises';
import { systemCode } from '../store/explain-error';

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
