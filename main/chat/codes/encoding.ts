import type { FileHandle } from 'node:fs/promises';
import { AppError, type CodeFileEncoding } from '../../../preload/contract';
import { headOf, isControl } from './file-kind';

const CHUNK_BYTES = 256 * 1024;

/**
 * How the file's text is encoded: by its byte order mark; UTF-16 without one by the NULs in it; UTF-8
 * if all of it is; otherwise Windows-1252, in which old spreadsheets save.
 *
 * @throws AppError `codes.not_text`
 */
export async function encodingOf(file: FileHandle, signal: AbortSignal): Promise<CodeFileEncoding> {
  const head = await headOf(file);
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const nuls = [0, 0];
  for (const [index, byte] of head.entries())
    if (byte === 0) nuls[index % 2] = (nuls[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = nuls;
  if (odd > head.length / 8 && even === 0) return 'utf-16le';
  if (even > head.length / 8 && odd === 0) return 'utf-16be';
  if (even + odd > head.length / 8) throw new AppError('codes.not_text');
  return (await isUtf8(file, signal)) ? 'utf-8' : windows1252(head);
}

function windows1252(head: Uint8Array): CodeFileEncoding {
  if (head.some(isControl)) throw new AppError('codes.not_text');
  return 'windows-1252';
}

async function isUtf8(file: FileHandle, signal: AbortSignal): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const bytes of chunksOf(file)) {
      signal.throwIfAborted();
      decoder.decode(bytes, { stream: true });
    }
    decoder.decode();
    return true;
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof TypeError) return false;
    throw error;
  }
}

/** The file's text, piece by piece, without a byte order mark; `bytes` are those read so far. */
export async function* textOf(
  file: FileHandle,
  encoding: CodeFileEncoding,
): AsyncGenerator<{ text: string; bytes: number }> {
  // Not every build of Node can decode big-endian UTF-16 by itself.
  const isSwapped = encoding === 'utf-16be';
  const decoder = new TextDecoder(isSwapped ? 'utf-16le' : encoding);
  let bytes = 0;
  for await (const chunk of chunksOf(file)) {
    bytes += chunk.byteLength;
    if (isSwapped) swapPairs(chunk);
    yield { text: decoder.decode(chunk, { stream: true }), bytes };
  }
  yield { text: decoder.decode(), bytes };
}

/** Chunks of an even number of bytes, but for the last one. */
async function* chunksOf(file: FileHandle): AsyncGenerator<Buffer> {
  for (let position = 0; ; ) {
    const { buffer, bytesRead } = await file.read(
      Buffer.alloc(CHUNK_BYTES),
      0,
      CHUNK_BYTES,
      position,
    );
    if (bytesRead === 0) return;
    position += bytesRead;
    yield buffer.subarray(0, bytesRead);
  }
}

function swapPairs(chunk: Buffer): void {
  chunk.subarray(0, chunk.byteLength & ~1).swap16();
}
