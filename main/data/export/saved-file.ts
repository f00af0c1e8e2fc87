import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import { AppError, type ParsedInput, type SavedFileState } from '../../../preload/contract';
import { TARGET_FAILURES } from '../../foundation/files/target-file';
import type { Context } from '../../foundation/operation/context';
import type { Store } from '../../foundation/store/database';
import { explain } from '../../foundation/store/explain-error';
import { findExport, markDeleted } from './register';

interface SavedFile {
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** Whether the file of an export still lies where it was saved. @throws AppError `export.not_found` */
export async function savedFileState(
  store: Store,
  id: string,
  nowMs: number,
): Promise<SavedFileState> {
  const saved = await findSaved(store, id, nowMs);
  return saved ? stateOf(saved) : 'missing';
}

/** Shows the file where it was saved; another one that has its name is not shown. @throws AppError `export.not_found` */
export async function showSavedFile(
  {
    store,
    desktop,
    nowMs,
  }: Pick<Context, 'store' | 'nowMs'> & { desktop: Pick<Context['desktop'], 'showInFolder'> },
  { id }: ParsedInput<'exports.showFile'>,
): Promise<SavedFileState> {
  const saved = await findSaved(store, id, nowMs);
  if (!saved) return 'missing';
  const state = await stateOf(saved);
  if (state === 'there') desktop.showInFolder(saved.file);
  return state;
}

/**
 * Deletes the file where it was saved and notes that; a file that is not the saved one stays.
 *
 * @throws AppError `export.not_found`, `export.folder_not_writable`, `export.file_in_use`
 */
export async function deleteSavedFile(
  context: Pick<Context, 'store' | 'user' | 'nowMs' | 'record' | 'emit'>,
  { id }: ParsedInput<'exports.deleteFile'>,
): Promise<SavedFileState> {
  const saved = await findSaved(context.store, id, context.nowMs);
  if (!saved) return 'missing';
  const state = await removeSaved(saved).catch((error) => {
    throw explain(error, TARGET_FAILURES);
  });
  if (state !== 'there') return state;
  await markDeleted(context, { id });
  context.emit('exports.changed', {});
  return state;
}

/**
 * Notes that a user has deleted the file, wherever it was: not while it still lies where it was saved.
 *
 * @throws AppError `export.not_found`, `export.file_still_there`
 */
export async function noteDeleted(
  context: Pick<Context, 'store' | 'user' | 'nowMs' | 'record'>,
  { id }: ParsedInput<'exports.markDeleted'>,
): Promise<void> {
  const state = await savedFileState(context.store, id, context.nowMs);
  if (state === 'there') throw new AppError('export.file_still_there');
  await markDeleted(context, { id });
}

/** Removes the file if it is the one that was saved; any other file of that name is left alone. */
async function removeSaved(saved: SavedFile): Promise<SavedFileState> {
  const state = await stateOf(saved);
  if (state === 'there') await rm(saved.file);
  return state;
}

/** Null once the file is deleted: where it lay is forgotten then. */
async function findSaved(store: Store, id: string, nowMs: number): Promise<SavedFile | null> {
  const { file, bytes, sha256 } = await findExport(store, id, nowMs);
  if (bytes === null || sha256 === null) throw new AppError('export.not_found');
  return file === null ? null : { file, bytes, sha256 };
}

/** Its size is compared first: hashing takes time. */
async function stateOf({ file, bytes, sha256 }: SavedFile): Promise<SavedFileState> {
  const found = await stat(file).catch(() => null);
  if (!found?.isFile()) return 'missing';
  if (found.size !== bytes) return 'changed';
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk);
  return hash.digest('hex') === sha256 ? 'there' : 'changed';
}
