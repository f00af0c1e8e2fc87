import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { AppError } from '../../../preload/contract';
import { type EntrySum, readEncryptedZip, writeEncryptedZip } from './encrypted-zip';

export interface ZippedFile {
  /** Readable without the password: nothing personal in it. */
  readonly name: string;
  readonly content: () => AsyncGenerator<Uint8Array>;
}

export interface ZipRequest {
  readonly files: readonly ZippedFile[];
  readonly password: string;
  readonly nowMs: number;
  readonly signal: AbortSignal;
  /** How much of all content is read back, from 0 to 1. */
  readonly onVerified?: (part: number) => void;
}

/**
 * Writes files into an encrypted zip and reads it back: each has to be encrypted with AES-256 and to
 * give the same bytes again.
 *
 * @throws AppError `export.verification_failed`
 */
export async function writeVerifiedZip(
  file: FileHandle,
  request: ZipRequest,
): Promise<{ bytes: number; sha256: string }> {
  const { files, password, nowMs, signal } = request;
  const entries = files.map((each) => ({ ...each, modified: new Date(nowMs) }));
  const written = await writeEncryptedZip(file, entries, password, signal);
  signal.throwIfAborted();
  await verify(file, written, request);
  return fingerprint(file);
}

async function verify(
  file: FileHandle,
  written: readonly EntrySum[],
  { password, signal, onVerified }: ZipRequest,
): Promise<void> {
  const total = written.reduce((sum, { bytes }) => sum + bytes, 0);
  let done = 0;
  const onPiece = (_: string, { length }: Uint8Array): void => {
    done += length;
    onVerified?.(done / total);
  };
  onVerified?.(0);
  const read = await readEncryptedZip(file, password, onPiece, signal).catch((error: unknown) => {
    signal.throwIfAborted();
    throw new AppError('export.verification_failed', {}, { cause: error });
  });
  if (JSON.stringify(read) !== JSON.stringify(written)) {
    throw new AppError('export.verification_failed');
  }
}

async function fingerprint(file: FileHandle): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256');
  const { size } = await file.stat();
  const stream = file.createReadStream({ start: 0, autoClose: false });
  for await (const chunk of stream) hash.update(chunk);
  return { bytes: size, sha256: hash.digest('hex') };
}
