import type { FileHandle } from 'node:fs/promises';
import { ZipReader, ZipWriter } from '@zip.js/zip.js';
import { AppError } from '../../preload/contract';
import { appendingTo, ZipFileReader } from './zip-file';

/** WinZip's AE-2 with AES-256. */
const AES_256 = 3;

export interface ZipEntrySource {
  /** Readable without the password: nothing personal in it. */
  readonly name: string;
  readonly modified: Date;
  readonly content: ReadableStream<Uint8Array>;
}

/**
 * Streams one entry into an encrypted zip. zip.js writes an unencrypted zip for an empty password
 * and accepts names that leave the folder, so both are refused here.
 */
export async function writeEncryptedZip(
  file: FileHandle,
  { name, modified, content }: ZipEntrySource,
  password: string,
  signal: AbortSignal,
): Promise<void> {
  if (password.length < 16) throw new Error('An export needs its one-time password.');
  if (!/^[A-Za-z0-9][A-Za-z0-9_.-]*$/.test(name)) throw new Error(`${name} is no entry name.`);
  const zip = new ZipWriter(appendingTo(file), { password, encryptionStrength: AES_256, level: 6 });
  await zip.add(name, content, { lastModDate: modified, signal });
  await zip.close();
}

/**
 * Reads the one entry of the zip back into `content`, checking its authentication code.
 *
 * @throws AppError `export.verification_failed` when the zip is not what was written.
 */
export async function readEncryptedZip(
  file: FileHandle,
  password: string,
  content: WritableStream<Uint8Array>,
  signal: AbortSignal,
): Promise<void> {
  const zip = new ZipReader(new ZipFileReader(file));
  const [entry, ...others] = await zip.getEntries();
  if (!entry || entry.directory || !entry.encrypted || others.length > 0) {
    throw new AppError('export.verification_failed');
  }
  await entry.getData(content, { password, checkSignature: true, signal });
  await zip.close();
}
