import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { AppError } from '../../../preload/contract';
import { type EntrySum, readEncryptedZip, writeEncryptedZip } from './encrypted-zip';

export interface ZippedFile {
  /** Readable without the password: nothing personal in it. */
  readonly name: string;
  readonly content: () => AsyncGenerator<Uint8Array>;
  /** Looks at the content as it is read back. @throws Error for what is not what it should be. */
  readonly check?: (content: AsyncIterable<Uint8Array>) => Promise<void>;
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
 * Writes files into an encrypted zip and reads it back: each has to be encrypted with AES-256, to
 * give the same bytes again, and to pass its own check if it has one.
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
  { files, password, signal, onVerified }: ZipRequest,
): Promise<void> {
  const total = written.reduce((sum, { bytes }) => sum + bytes, 0);
  let done = 0;
  const onPiece = ({ length }: Uint8Array): void => {
    done += length;
    onVerified?.(done / total);
  };
  onVerified?.(0);
  const checks = new Map(files.map(({ name, check }) => [name, check]));
  const reader = async (name: string, content: AsyncIterable<Uint8Array>): Promise<void> => {
    const told = tellingOf(content, onPiece);
    await checks.get(name)?.(told);
    // What a check has left over is read, too.
    for await (const _ of told);
  };
  const read = await readEncryptedZip(file, password, reader, signal).catch((error: unknown) => {
    signal.throwIfAborted();
    throw new AppError('export.verification_failed', {}, { cause: error });
  });
  if (JSON.stringify(read) !== JSON.stringify(written)) {
    throw new AppError('export.verification_failed');
  }
}

async function* tellingOf(
  content: AsyncIterable<Uint8Array>,
  onPiece: (piece: Uint8Array) => void,
): AsyncGenerator<Uint8Array> {
  for await (const piece of content) {
    onPiece(piece);
    yield piece;
  }
}

async function fingerprint(file: FileHandle): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256');
  const { size } = await file.stat();
  const stream = file.createReadStream({ start: 0, autoClose: false });
  for await (const chunk of stream) hash.update(chunk);
  return { bytes: size, sha256: hash.digest('hex') };
}
