import { createHash, type Hash } from 'node:crypto';
import { type FileHandle, rm } from 'node:fs/promises';
import { AppError, type TableName } from '../../preload/contract';
import { type Actor, recordAudit } from '../audit/audit-log';
import { DataRows } from '../store/data-rows';
import type { Store } from '../store/database';
import { listedColumns } from '../store/tables';
import { csvOf } from './csv';
import { readEncryptedZip, writeEncryptedZip } from './encrypted-zip';
import { writeTarget } from './target-file';

export interface ExportRequest {
  readonly actor: Actor;
  readonly table: TableName;
  /** Rows that have expired by then are left out. */
  readonly nowMs: number;
  readonly file: string;
  readonly password: string;
  readonly signal: AbortSignal;
  readonly report: (progress: { phase: 'writing' | 'verifying'; rows: number }) => void;
}

export interface ExportedFile {
  readonly rows: number;
  readonly bytes: number;
  /** Of the zip. */
  readonly sha256: string;
}

/**
 * Writes a table as CSV into an encrypted zip, reads it back, and only then gives it its name and
 * records it: an export that the audit log does not know of does not stay.
 */
export async function exportTable(store: Store, request: ExportRequest): Promise<ExportedFile> {
  const exported = await writeFile(store, request);
  try {
    await record(store, request, exported);
  } catch (error) {
    await rm(request.file, { force: true });
    throw error;
  }
  return exported;
}

async function record(
  store: Store,
  { actor, table, nowMs }: ExportRequest,
  { rows, sha256 }: ExportedFile,
): Promise<void> {
  const details = { table, rows, sha256 };
  await store
    .transaction()
    .execute((transaction) => recordAudit(transaction, actor, nowMs, 'export.saved', details));
}

async function writeFile(store: Store, request: ExportRequest): Promise<ExportedFile> {
  return writeTarget(store, request.file, async (file) => {
    const written = await writeRows(store, file, request);
    request.report({ phase: 'verifying', rows: written.rows });
    await verify(file, written.content, request);
    return { rows: written.rows, ...(await fingerprint(file)) };
  });
}

async function writeRows(
  store: Store,
  file: FileHandle,
  { table, nowMs, password, signal, report }: ExportRequest,
): Promise<{ rows: number; content: string }> {
  const hash = createHash('sha256');
  const encoder = new TextEncoder();
  const chunks = csvOf(listedColumns(table), new DataRows(store).stream(table, nowMs));
  let rows = 0;
  const content = new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const { value, done } = await chunks.next();
      if (done) return controller.close();
      const bytes = encoder.encode(value.text);
      hash.update(bytes);
      controller.enqueue(bytes);
      rows += value.rows;
      report({ phase: 'writing', rows });
    },
  });
  const entry = { name: `${table}.csv`, modified: new Date(nowMs), content };
  try {
    await writeEncryptedZip(file, entry, password, signal);
  } finally {
    // A cancelled export or a full disk leaves the query open, and the connection waits for its end.
    await chunks.return(undefined);
  }
  signal.throwIfAborted();
  return { rows, content: hash.digest('hex') };
}

async function verify(
  file: FileHandle,
  expected: string,
  { password, signal }: ExportRequest,
): Promise<void> {
  const hash = createHash('sha256');
  try {
    await readEncryptedZip(file, password, into(hash), signal);
  } catch (error) {
    signal.throwIfAborted();
    throw new AppError('export.verification_failed', {}, { cause: error });
  }
  if (hash.digest('hex') !== expected) throw new AppError('export.verification_failed');
}

async function fingerprint(file: FileHandle): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256');
  const { size } = await file.stat();
  const stream = file.createReadStream({ start: 0, autoClose: false });
  for await (const chunk of stream) hash.update(chunk);
  return { bytes: size, sha256: hash.digest('hex') };
}

function into(hash: Hash): WritableStream<Uint8Array> {
  return new WritableStream({ write: (chunk) => void hash.update(chunk) });
}
