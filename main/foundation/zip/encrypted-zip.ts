import type { FileHandle } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import { type FileEntry, ZipReader, ZipWriter } from '@zip.js/zip.js';
import { AppError } from '../../../preload/contract';
import { deflated, inflated } from './deflate';
import { decrypted, encrypted } from './winzip-aes';
import { appendingTo, writeAll, ZipFileReader } from './zip-file';

/** AES with 256 bits, in the terms of the format. */
const STRENGTH_256 = 3;
const DEFLATE = 8;
/** More than an entry's header needs, whose name is short. */
const HEADER_ROOM_BYTES = 4_096;

export interface ZipEntrySource {
  /** Readable without the password: nothing personal in it. */
  readonly name: string;
  readonly modified: Date;
  readonly content: () => AsyncGenerator<Uint8Array>;
}

/** What an entry holds. */
export interface EntrySum {
  readonly name: string;
  bytes: number;
  crc: number;
}

/**
 * Writes entries into an encrypted zip, one after the other. zip.js accepts names that leave the
 * folder, and a password may be empty, so both are refused here.
 *
 * zip.js takes an entry that is compressed and encrypted already (`passThrough`), which it does in
 * JavaScript itself, once its size is known. So each is put into the file a little behind where it
 * belongs, and zip.js moves it there.
 */
export async function writeEncryptedZip(
  file: FileHandle,
  entries: Iterable<ZipEntrySource>,
  password: string,
  signal: AbortSignal,
): Promise<EntrySum[]> {
  if (password.length < 16) throw new Error('An export needs its one-time password.');
  const sums: EntrySum[] = [];
  let end = 0;
  const zip = new ZipWriter(appendingTo(file, (bytes) => (end += bytes)));
  for (const { name, modified, content } of entries) {
    if (!/^[A-Za-z0-9][A-Za-z0-9_.-]*$/.test(name)) throw new Error(`${name} is no entry name.`);
    const sum = { name, bytes: 0, crc: 0 };
    sums.push(sum);
    const start = end + HEADER_ROOM_BYTES;
    const packed = encrypted(deflated(summed(content(), sum, signal)), password);
    const size = await writePieces(file, start, packed);
    await zip.add(name, new ZipFileReader(file, { start, size }), {
      passThrough: true,
      encrypted: true,
      encryptionStrength: STRENGTH_256,
      compressionMethod: DEFLATE,
      uncompressedSize: sum.bytes,
      lastModDate: modified,
      signal,
    });
  }
  await zip.close();
  await file.truncate(end);
  return sums;
}

async function writePieces(
  file: FileHandle,
  start: number,
  pieces: AsyncIterable<Uint8Array>,
): Promise<number> {
  let end = start;
  for await (const piece of pieces) {
    await writeAll(file, piece, end);
    end += piece.length;
  }
  return end - start;
}

/**
 * Reads the entries of the zip back, checking that each is encrypted with AES-256 and its
 * authentication code.
 *
 * @param reader gets the contents one after the other, and reads each to its end.
 * @throws AppError `export.verification_failed` when an entry is not encrypted so.
 */
export async function readEncryptedZip(
  file: FileHandle,
  password: string,
  reader: (name: string, content: AsyncIterable<Uint8Array>) => Promise<void>,
  signal: AbortSignal,
): Promise<EntrySum[]> {
  const zip = new ZipReader(new ZipFileReader(file));
  const sums: EntrySum[] = [];
  for (const entry of await zip.getEntries()) {
    if (entry.directory || !isAes256(entry)) throw new AppError('export.verification_failed');
    const name = entry.filename;
    const sum = { name, bytes: 0, crc: 0 };
    sums.push(sum);
    const content = inflated(decrypted(storedBytes(entry), password));
    await reader(name, summed(content, sum, signal));
    if (sum.bytes !== entry.uncompressedSize) throw new AppError('export.verification_failed');
  }
  await zip.close();
  return sums;
}

function isAes256(entry: FileEntry): boolean {
  const { encrypted, zipCrypto, extraFieldAES } = entry;
  return encrypted && !zipCrypto && extraFieldAES?.strength === STRENGTH_256;
}

/** As they are in the file, encrypted. */
async function* storedBytes(entry: FileEntry): AsyncGenerator<Uint8Array> {
  let fail = (_: unknown): void => undefined;
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>({
    start: (controller) => {
      fail = (error) => controller.error(error);
    },
  });
  entry.getData(writable, { passThrough: true }).catch(fail);
  yield* readable;
}

async function* summed(
  pieces: AsyncIterable<Uint8Array>,
  sum: EntrySum,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) {
    signal.throwIfAborted();
    sum.crc = crc32(piece, sum.crc);
    sum.bytes += piece.length;
    yield piece;
  }
}
