import { createReadStream } from 'node:fs';
import { type FileHandle, readFile, stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { ReadableStream as WebStream } from 'node:stream/web';
import { AppError, type BackupProgress, type BackupView } from '../../../preload/contract';
import { writeTarget } from '../../foundation/files/target-file';
import {
  forgetUnfinished,
  rememberUnfinished,
  unfinishedBeside,
} from '../../foundation/files/unfinished-files';
import type { LaneContext } from '../../foundation/operation/context';
import { writeSetting } from '../../foundation/store/settings';
import { recordAudit } from '../audit/audit-log';
import { removeDatabase } from '../workspace/database-file';
import { slotFileIn } from '../workspace/place';
import { parseSlotFile } from '../workspace/slot-file';
import { openBackupFile, writeBackupFile } from './backup-file';
import { copyDatabase } from './copy-database';

export interface BackupRequest {
  readonly file: string;
  readonly appVersion: string;
}

type Backup = BackupRequest & LaneContext<BackupProgress>;

/**
 * Saves the workspace into one file while it is used: copies the database, packs it, reads the file
 * back, and only then gives it its name and records it.
 *
 * @throws AppError what {@link copyDatabase} and {@link writeTarget} throw.
 */
export async function saveBackup(
  context: LaneContext<BackupProgress>,
  request: BackupRequest,
): Promise<BackupView> {
  const { store, user, nowMs: createdAt } = context;
  const { file } = request;
  await writeTarget(store, file, (target) => write(target, { ...context, ...request }));
  const { size: bytes } = await stat(file);
  const backup = { fileName: basename(file), folder: dirname(file), bytes, createdAt };
  await store.transaction().execute(async (transaction) => {
    await writeSetting(transaction, 'last_backup', backup);
    await recordAudit(transaction, user, createdAt, 'workspace.backed_up', { bytes });
  });
  return backup;
}

async function write(target: FileHandle, request: Backup): Promise<void> {
  const { store, signal, database } = request;
  const copy = unfinishedBeside(request.file, '.db.part');
  await rememberUnfinished(store, copy);
  try {
    request.report({ phase: 'copying', bytes: 0, totalBytes: 0 });
    await copyDatabase(store, copy, database, request.nowMs);
    signal.throwIfAborted();
    await pack(target, copy, request);
  } finally {
    await removeDatabase(copy);
    await forgetUnfinished(store, copy);
  }
  await verify(target, request);
}

async function pack(target: FileHandle, copy: string, request: Backup): Promise<void> {
  const { appVersion, nowMs: createdAt, signal, database } = request;
  const slots = await readFile(slotFileIn(dirname(database.databaseFile)), 'utf8');
  const { workspaceId } = parseSlotFile(slots);
  const parts = {
    about: { workspaceId, createdAt, appVersion },
    slots,
    // `Readable.toWeb` throws past its reader when it is cancelled in the middle of a read.
    database: WebStream.from(createReadStream(copy)) as ReadableStream<Uint8Array>,
  };
  const { size } = await stat(copy);
  await writeBackupFile(target, parts, signal, counter('writing', size, request));
}

/** @throws AppError `export.verification_failed` when the file is not what was written. */
async function verify(target: FileHandle, request: Backup): Promise<void> {
  const { signal } = request;
  try {
    const backup = await openBackupFile(target);
    const onBytes = counter('verifying', backup.bytes, request);
    await backup.readDatabase(new WritableStream(), signal, onBytes);
  } catch (error) {
    signal.throwIfAborted();
    throw new AppError('export.verification_failed', {}, { cause: error });
  }
}

/** Every report is a message between threads and windows: a hundred are enough. */
function counter(
  phase: BackupProgress['phase'],
  totalBytes: number,
  { report }: Backup,
): (bytes: number) => void {
  let bytes = 0;
  let reported = Number.NEGATIVE_INFINITY;
  return (added) => {
    bytes += added;
    if (bytes - reported < totalBytes / 100) return;
    reported = bytes;
    report({ phase, bytes, totalBytes });
  };
}
