import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import { AppError } from '../../preload/contract';
import { readEncryptedZip, writeEncryptedZip } from './encrypted-zip';

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
  const written = await write(file, request);
  await verify(file, written, request);
  return fingerprint(file);
}

interface Sum {
  crc: number;
  bytes: number;
}

async function write(
  file: FileHandle,
  { files, password, nowMs, signal }: ZipRequest,
): Promise<Map<string, Sum>> {
  const sums = new Map<string, Sum>();
  let open: AsyncGenerator<Uint8Array> | null = null;
  const entries = files.map(({ name, content }) => ({
    name,
    modified: new Date(nowMs),
    content: new ReadableStream<Uint8Array>(
      {
        pull: async (controller) => {
          if (!sums.has(name)) open = content();
          const sum = sums.get(name) ?? { crc: 0, bytes: 0 };
          sums.set(name, sum);
          const next = await open?.next();
          if (!next || next.done) return controller.close();
          add(sum, next.value);
          controller.enqueue(next.value);
        },
      },
      { highWaterMark: 0 },
    ),
  }));
  try {
    await writeEncryptedZip(file, entries, password, signal);
  } finally {
    // A cancelled export or a full disk leaves the query open, and the connection waits for its end.
    await (open as AsyncGenerator<Uint8Array> | null)?.return(undefined);
  }
  signal.throwIfAborted();
  return sums;
}

async function verify(
  file: FileHandle,
  written: ReadonlyMap<string, Sum>,
  { password, signal, onVerified }: ZipRequest,
): Promise<void> {
  const read = new Map<string, Sum>();
  const total = [...written.values()].reduce((bytes, sum) => bytes + sum.bytes, 0);
  let done = 0;
  const into = (name: string): WritableStream<Uint8Array> => {
    const sum = { crc: 0, bytes: 0 };
    read.set(name, sum);
    return new WritableStream({
      write: (chunk) => {
        add(sum, chunk);
        done += chunk.length;
        onVerified?.(done / total);
      },
    });
  };
  onVerified?.(0);
  try {
    await readEncryptedZip(file, password, into, signal);
  } catch (error) {
    signal.throwIfAborted();
    throw new AppError('export.verification_failed', {}, { cause: error });
  }
  if (JSON.stringify([...read]) !== JSON.stringify([...written])) {
    throw new AppError('export.verification_failed');
  }
}

function add(sum: Sum, chunk: Uint8Array): void {
  sum.crc = crc32(chunk, sum.crc);
  sum.bytes += chunk.length;
}

async function fingerprint(file: FileHandle): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256');
  const { size } = await file.stat();
  const stream = file.createReadStream({ start: 0, autoClose: false });
  for await (const chunk of stream) hash.update(chunk);
  return { bytes: size, sha256: hash.digest('hex') };
}
