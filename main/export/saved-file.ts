import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import type { SavedFileState } from '../../preload/contract';

export interface SavedFile {
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** Whether the file still lies where it was saved. Its size is compared first: hashing takes time. */
export async function stateOf({ file, bytes, sha256 }: SavedFile): Promise<SavedFileState> {
  const found = await stat(file).catch(() => null);
  if (!found?.isFile()) return 'missing';
  if (found.size !== bytes) return 'changed';
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk);
  return hash.digest('hex') === sha256 ? 'there' : 'changed';
}

/** Deletes the file if it is the one that was saved; any other file of that name is left alone. */
export async function deleteSaved(saved: SavedFile): Promise<SavedFileState> {
  const state = await stateOf(saved);
  if (state === 'there') await rm(saved.file);
  return state;
}
