import { type FileHandle, mkdir, open, readdir, rename, rm, rmdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { AppError } from '../../../preload/contract';
import { flushFolder, writeFileAtomically } from '../../foundation/files/atomic-file';
import { ignoreAbsent } from '../../foundation/files/file-errors';
import { explain, WORKSPACE_FAILURES } from '../../foundation/store/explain-error';
import { appendingTo } from '../../foundation/zip/zip-file';
import { databaseFileIn, slotFileIn } from '../workspace/place';
import { parseSlotFile } from '../workspace/slot-file';
import { type OpenedBackup, openBackupFile } from './backup-file';

/**
 * Puts a backup where the workspace belongs. It is built under a temporary name and renamed when it
 * is complete; what was there before is kept beside it. The caller makes sure that it is not a
 * workspace that works.
 *
 * @throws AppError `backup.not_a_backup`, `backup.damaged`, `workspace.newer_version`,
 * `workspace.disk_full`, `workspace.folder_not_writable`
 */
export async function restoreBackup(file: string, folder: string, nowMs: number): Promise<void> {
  const source = await openSource(file);
  const building = `${folder}.restoring`;
  try {
    const backup = await openBackupFile(source);
    requireOwnSlots(backup);
    await rm(building, { recursive: true, force: true });
    await mkdir(building, { mode: 0o700 });
    await build(backup, building);
    await takePlace(building, folder, nowMs);
  } catch (error) {
    await rm(building, { recursive: true, force: true });
    throw explain(error, WORKSPACE_FAILURES);
  } finally {
    await source.close();
  }
}

/** Only ordinary files: reading from a pipe or a device may never end. */
async function openSource(file: string): Promise<FileHandle> {
  try {
    if ((await stat(file)).isFile()) return await open(file, 'r');
  } catch (error) {
    throw new AppError('backup.not_a_backup', {}, { cause: error });
  }
  throw new AppError('backup.not_a_backup');
}

/** @throws AppError `backup.damaged`, `workspace.newer_version` */
function requireOwnSlots({ slots, manifest }: OpenedBackup): void {
  try {
    if (parseSlotFile(slots).workspaceId === manifest.workspaceId) return;
  } catch (error) {
    if (error instanceof AppError && error.code === 'workspace.newer_version') throw error;
    throw new AppError('backup.damaged', {}, { cause: error });
  }
  throw new AppError('backup.damaged');
}

async function build({ slots, readDatabase }: OpenedBackup, folder: string) {
  await writeFileAtomically(slotFileIn(folder), slots);
  const database = await open(databaseFileIn(folder), 'wx', 0o600);
  try {
    await readDatabase(appendingTo(database), new AbortController().signal, () => undefined);
    await database.sync();
  } finally {
    await database.close();
  }
}

/** A crash between the two renames leaves no workspace, and everything to restore it again. */
async function takePlace(building: string, folder: string, nowMs: number): Promise<void> {
  const aside = `${folder}.damaged-${new Date(nowMs).toISOString().replace(/\D/g, '').slice(0, 14)}`;
  const isKept = await moveAside(folder, aside);
  try {
    await rename(building, folder);
  } catch (error) {
    if (isKept) await rename(aside, folder);
    throw error;
  }
  await flushFolder(dirname(folder));
}

/** Whether there was something to keep. */
async function moveAside(folder: string, aside: string): Promise<boolean> {
  try {
    if ((await readdir(folder)).length === 0) {
      await rmdir(folder);
      return false;
    }
    await rename(folder, aside);
    return true;
  } catch (error) {
    ignoreAbsent(error);
    return false;
  }
}
