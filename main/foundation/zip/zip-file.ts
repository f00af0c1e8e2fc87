import type { FileHandle } from 'node:fs/promises';
import { Duplex } from 'node:stream';
import { createDeflateRaw, createGunzip, createGzip, createInflateRaw } from 'node:zlib';
import { configure, Reader } from '@zip.js/zip.js';

const CHUNK_BYTES = 256 * 1024;

interface Codec {
  readonly readable: ReadableStream;
  readonly writable: WritableStream;
}

/**
 * The runtime's own deflate, which works in a thread of its own. zip.js would take its WebAssembly
 * in this thread for any level but 6, and small pieces for reading.
 */
class Deflate implements Codec {
  declare readonly readable: ReadableStream;
  declare readonly writable: WritableStream;

  constructor(format: string, { level }: { level?: number } = {}) {
    const options = { level: level ?? 6, chunkSize: CHUNK_BYTES };
    // zip.js takes the checksum of an entry that is not encrypted from gzip.
    const deflate = format === 'gzip' ? createGzip(options) : createDeflateRaw(options);
    Object.assign(this, Duplex.toWeb(deflate));
  }
}

class Inflate implements Codec {
  declare readonly readable: ReadableStream;
  declare readonly writable: WritableStream;

  constructor(format: string) {
    const options = { chunkSize: CHUNK_BYTES };
    const inflate = format === 'gzip' ? createGunzip(options) : createInflateRaw(options);
    Object.assign(this, Duplex.toWeb(inflate));
  }
}

configure({
  // Already in a worker thread.
  useWebWorkers: false,
  chunkSize: CHUNK_BYTES,
  CompressionStream: Deflate,
  CompressionStreamFallback: Deflate,
  DecompressionStream: Inflate,
  DecompressionStreamFallback: Inflate,
});

/** Writes what zip.js streams to the end of the file, which is told of the bytes. */
export function appendingTo(
  file: FileHandle,
  onWritten?: (bytes: number) => void,
): WritableStream<Uint8Array> {
  let end = 0;
  return new WritableStream({
    write: async (chunk) => {
      await writeAll(file, chunk, end);
      end += chunk.length;
      onWritten?.(chunk.length);
    },
  });
}

export async function writeAll(file: FileHandle, bytes: Uint8Array, position: number) {
  let written = 0;
  while (written < bytes.length) {
    const left = bytes.length - written;
    written += (await file.write(bytes, written, left, position + written)).bytesWritten;
  }
}

/** More than zip.js reads at once of any file that we write. */
const MAX_READ_BYTES = 2 * 1024 * 1024;

/** Lets zip.js read a file, or a part of it, piece by piece; a directory that claims to be huge is refused. */
export class ZipFileReader extends Reader<FileHandle> {
  readonly #file: FileHandle;
  readonly #part: FilePart | undefined;

  constructor(file: FileHandle, part?: FilePart) {
    super(file);
    this.#file = file;
    this.#part = part;
  }

  override async init(): Promise<void> {
    this.size = this.#part?.size ?? (await this.#file.stat()).size;
  }

  override async readUint8Array(index: number, length: number): Promise<Uint8Array> {
    if (length > MAX_READ_BYTES) throw new RangeError('The zip has a part that is too large.');
    const bytes = new Uint8Array(Math.max(0, Math.min(length, this.size - index)));
    const position = (this.#part?.start ?? 0) + index;
    const { bytesRead } = await this.#file.read(bytes, 0, bytes.length, position);
    return bytes.subarray(0, bytesRead);
  }
}

interface FilePart {
  readonly start: number;
  readonly size: number;
}
