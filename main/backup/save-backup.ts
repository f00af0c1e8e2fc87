import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, readFile, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { ReadableStream as WebStream } from 'node:stream/web';
import { AppError, type BackupProgress, type BackupView } from '../../preload/contract';
import { type Actor, recordAudit } from '../audit/audit-log';
import { writeTarget } from '../export/target-file';
import { forgetUnfinished, rememberUnfinished } from '../export/unfinished-files';
import type { Store } from '../store/database';
import { writeSetting } from '../store/settings';
import { removeDatabase } from '../workspace/database-file';
import { parseSlotFile } from '../workspace/slot-file';
import { openBackupFile, writeBackupFile } from './backup-file';
import { type CopyKey, copyDatabase } from './copy-database';

export interface BackupRequest {
  readonly file: string;
  /** The workspace's file with the wrapped keys. */
  readonly slotFile: string;
  readonly access: CopyKey;
  readonly appVersion: string;
  readonly actor: Actor;
  readonly nowMs: number;
  readonly signal: AbortSignal;
  readonly report: (progress: BackupProgress) => void;
}

/**
 * Saves the workspace into one file while it is used: copies the database, packs it, reads the file
 * back, and only then gives it its name and records it.
 *
 * @throws AppError what {@link copyDatabase} and {@link writeTarget} throw.
 */
export async function saveBackup(store: Store, request: BackupRequest): Promise<BackupView> {
  const { file, actor, nowMs: createdAt } = request;
  await writeTarget(store, file, (target) => write(store, target, request));
  const { size: bytes } = await stat(file);
  const backup = { fileName: basename(file), folder: dirname(file), bytes, createdAt };
  await store.transaction().execute(async (transaction) => {
    await writeSetting(transaction, 'last_backup', backup);
    await recordAudit(transaction, actor, createdAt, 'workspace.backed_up', { bytes });
  });
  return backup;
}

async function write(store: Store, target: FileHandle, request: BackupRequest): Promise<void> {
  const { signal } = request;
  const copy = temporaryName(request.file);
  await rememberUnfinished(store, copy);
  try {
    request.report({ phase: 'copying', bytes: 0, totalBytes: 0 });
    await copyDatabase(store, copy, request.access);
    signal.throwIfAborted();
    await pack(target, copy, request);
  } finally {
    await removeDatabase(copy);
    await forgetUnfinished(store, copy);
  }
  await verify(target, request);
}

async function pack(target: FileHandle, copy: string, request: BackupRequest): Promise<void> {
  const { appVersion, nowMs: createdAt, signal } = request;
  const slots = await readFile(request.slotFile, 'utf8');
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
async function verify(target: FileHandle, request: BackupRequest): Promise<void> {
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
  { report }: BackupRequest,
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

function temporaryName(file: string): string {
  return join(dirname(file), `.${basename(file)}.${randomBytes(6).toString('hex')}.db.part`);
}
