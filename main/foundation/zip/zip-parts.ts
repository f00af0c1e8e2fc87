import { once } from 'node:events';
import { crc32, createInflateRaw } from 'node:zlib';
import { ZipWriter } from '@zip.js/zip.js';
// Sets zip.js up.
import './zip-file';

/** A file in a zip that is written or read as a stream, from its beginning to its end. */
export interface ZipPart {
  readonly name: string;
  /** To be read to its end before the next part is asked for. */
  readonly content: AsyncGenerator<Uint8Array>;
}

/** Measured as for CSV: more of it costs more time than it saves room. */
const LEVEL = 1;

/** More needs ZIP64. */
const MAX_BYTES = 0xffff_ffff;

export class ZipTooLarge extends Error {
  override readonly name = 'ZipTooLarge';
}

/**
 * Packs parts into a zip, without ever having more than a few pieces of them. It is a classic one, not
 * ZIP64: Excel takes a zip for damaged whose local headers have the fields of ZIP64 in vain, and which
 * size a part will have is not known when its header is written.
 *
 * @throws ZipTooLarge for 4 GiB or more, of the zip or of a part.
 */
export async function* packParts(
  parts: AsyncIterable<ZipPart>,
  maxBytes = MAX_BYTES,
): AsyncGenerator<Uint8Array> {
  let fail = (_: unknown): void => undefined;
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>({
    start: (controller) => {
      fail = (error) => controller.error(error);
    },
  });
  const zip = new ZipWriter(writable, { level: LEVEL, zip64: false, extendedTimestamp: false });
  const writing = writeParts(zip, parts, maxBytes);
  writing.catch(fail);
  try {
    yield* limited(readable, maxBytes);
  } finally {
    // What the parts come from is not read any more from here on.
    await writing.catch(() => undefined);
  }
}

async function writeParts(
  zip: ZipWriter<unknown>,
  parts: AsyncIterable<ZipPart>,
  maxBytes: number,
): Promise<void> {
  for await (const { name, content } of parts) {
    await zip.add(name, streamOf(limited(content, maxBytes)));
  }
  await zip.close();
}

async function* limited(
  pieces: AsyncIterable<Uint8Array>,
  maxBytes: number,
): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const piece of pieces) {
    bytes += piece.length;
    if (bytes >= maxBytes) throw new ZipTooLarge();
    yield piece;
  }
}

/** What TypeScript does not know of the runtime: `ReadableStream.from`. */
function streamOf(pieces: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    pull: async (controller) => {
      const { done, value } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: async () => void (await pieces.return(undefined)),
  });
}

const LOCAL_HEADER = 0x04034b50;
const LOCAL_HEADER_BYTES = 30;
const DESCRIPTOR = Buffer.from('PK\x07\x08');
const ZIP64 = 0x0001;
const STORED = 0;
const DEFLATED = 8;

/**
 * The parts of a zip whose sizes stand behind their contents (APPNOTE.TXT, 4.3.9), as programs write
 * them that do not know them before. Contents that are stored have to be text without control
 * characters: where they end is told by the descriptor behind them.
 *
 * @throws Error for a zip of another kind, and for content that does not fit its checksum.
 */
export async function* partsOf(zip: AsyncIterable<Uint8Array>): AsyncGenerator<ZipPart> {
  const source = new Source(zip);
  try {
    for (;;) {
      const head = await source.take(LOCAL_HEADER_BYTES);
      // The directory: all parts are read.
      if (head.readUInt32LE(0) !== LOCAL_HEADER) break;
      const method = head.readUInt16LE(8);
      if (method !== STORED && method !== DEFLATED) throw new Error('The zip is of another kind.');
      const name = (await source.take(head.readUInt16LE(26))).toString();
      const extra = await source.take(head.readUInt16LE(28));
      const content = method === STORED ? storedContent(source) : inflatedContent(source);
      yield { name, content: checked(content, source, holds(extra, ZIP64)) };
    }
    while (await source.next());
  } finally {
    await source.close();
  }
}

/** Whether the extra field of a header has an entry of this kind. */
function holds(extra: Buffer, kind: number): boolean {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) === kind) return true;
  }
  return false;
}

async function* checked(
  content: AsyncGenerator<Uint8Array>,
  source: Source,
  isZip64: boolean,
): AsyncGenerator<Uint8Array> {
  let sum = 0;
  for await (const piece of content) {
    sum = crc32(piece, sum);
    yield piece;
  }
  const descriptor = await source.take(isZip64 ? 24 : 16);
  if (!descriptor.subarray(0, 4).equals(DESCRIPTOR) || descriptor.readUInt32LE(4) !== sum) {
    throw new Error('A part of the zip does not fit its checksum.');
  }
}

async function* storedContent(source: Source): AsyncGenerator<Uint8Array> {
  let held = Buffer.alloc(0);
  for (;;) {
    const bytes = Buffer.concat([held, await source.piece()]);
    const end = bytes.indexOf(DESCRIPTOR);
    if (end >= 0) {
      if (end > 0) yield bytes.subarray(0, end);
      source.putBack(bytes.subarray(end));
      return;
    }
    const whole = Math.max(0, bytes.length - DESCRIPTOR.length + 1);
    if (whole > 0) yield bytes.subarray(0, whole);
    held = bytes.subarray(whole);
  }
}

async function* inflatedContent(source: Source): AsyncGenerator<Uint8Array> {
  const inflate = createInflateRaw({ chunkSize: 256 * 1024 });
  let output: Uint8Array[] = [];
  let hasEnded = false;
  const ended = once(inflate, 'end').then(() => {
    hasEnded = true;
  });
  ended.catch(() => undefined);
  inflate.on('data', (piece: Uint8Array) => output.push(piece));
  let taken = 0;
  try {
    for (;;) {
      const piece = await source.piece();
      taken += piece.length;
      // Of what is behind its end, the codec does not say that it has taken it.
      await Promise.race([new Promise((resolve) => inflate.write(piece, resolve)), ended]);
      yield* output;
      output = [];
      if (!hasEnded) continue;
      const left = taken - inflate.bytesWritten;
      source.putBack(piece.subarray(piece.length - left));
      return;
    }
  } finally {
    inflate.destroy();
  }
}

/** Bytes of a stream, by number or as they come. */
class Source {
  readonly #pieces: AsyncIterator<Uint8Array>;
  #back: Uint8Array = new Uint8Array();

  constructor(stream: AsyncIterable<Uint8Array>) {
    this.#pieces = stream[Symbol.asyncIterator]();
  }

  /** Null at the end of the stream. */
  async next(): Promise<Uint8Array | null> {
    if (this.#back.length > 0) {
      const piece = this.#back;
      this.#back = new Uint8Array();
      return piece;
    }
    const { done, value } = await this.#pieces.next();
    return done ? null : value;
  }

  async piece(): Promise<Uint8Array> {
    const piece = await this.next();
    if (!piece) throw new Error('The zip ends too early.');
    return piece;
  }

  async take(bytes: number): Promise<Buffer> {
    const pieces: Uint8Array[] = [];
    let length = 0;
    while (length < bytes) {
      const piece = await this.piece();
      pieces.push(piece);
      length += piece.length;
    }
    const all = Buffer.concat(pieces);
    this.putBack(all.subarray(bytes));
    return all.subarray(0, bytes);
  }

  putBack(bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    this.#back = this.#back.length === 0 ? bytes : Buffer.concat([bytes, this.#back]);
  }

  async close(): Promise<void> {
    await this.#pieces.return?.();
  }
}
