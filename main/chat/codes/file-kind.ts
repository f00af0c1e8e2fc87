import type { FileHandle } from 'node:fs/promises';
import { filetypemime } from 'magic-bytes.js';
import { AppError, type ErrorCode } from '../../../preload/contract';

export const HEAD_BYTES = 4096;

/** The bytes of control characters that no text has, but for tab, line ends and form feed. */
export const isControl = (byte: number): boolean => byte < 0x20 && (byte < 9 || byte > 13);

export async function headOf(file: FileHandle): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
  return buffer.subarray(0, bytesRead);
}

/** How files begin that are no table, whatever their name says: as bytes, read as Latin-1. */
const OTHERS: readonly (readonly [RegExp, ErrorCode])[] = [
  [/^\s*%PDF-/, 'codes.is_pdf'],
  [/^\s*\{\\rtf/, 'codes.is_rtf'],
  [
    /^(?:ï»¿|ÿþ|þÿ|\s)*(?:<(?:!doctype|html|head|body|table|meta|title|div|script|style|\?xml|workbook)\b|<!--|MIME-Version:)/i,
    'codes.is_web_page',
  ],
];

/** gzip, 7z, rar, xz, bzip2. */
const ARCHIVES = ['\x1f\x8b', '7z\xbc\xaf', 'Rar!\x1a', '\xfd7zXZ', 'BZh91AY'];
const ZIP = 'PK\x03\x04';
const OLE = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';
const BYTE_ORDER_MARKS = ['\xff\xfe', '\xfe\xff'];

/**
 * What a file is by its content, since names lie: a text, or a zip that may be a workbook.
 *
 * @throws AppError `codes.is_*`, `codes.workbook_locked`
 */
export async function kindOfFile(file: FileHandle): Promise<'text' | 'zip'> {
  const head = await headOf(file);
  const text = head.toString('latin1');
  const begins = (signature: string) => text.startsWith(signature);
  if (begins(ZIP)) return 'zip';
  if (ARCHIVES.some(begins)) throw new AppError('codes.is_archive');
  if (begins(OLE)) throw new AppError(await kindOfCompound(file, head));
  // UTF-16 is looked at as if it were ASCII.
  const plain = text.replaceAll('\0', '');
  const other = OTHERS.find(([beginning]) => beginning.test(plain));
  if (other) throw new AppError(other[1]);
  // Letters such as BM begin pictures, too; no picture is without control characters.
  const isPicture = filetypemime([...head]).some((mime) => mime.startsWith('image/'));
  if (isPicture && head.some(isControl) && !BYTE_ORDER_MARKS.some(begins))
    throw new AppError('codes.is_image');
  return 'text';
}

/**
 * What a compound file (MS-CFB) is, by the names in the first sector of its directory: Excel encrypts
 * into such a file, and has written its workbooks as such until 2003.
 */
async function kindOfCompound(file: FileHandle, head: Buffer): Promise<ErrorCode> {
  if (head.length < 512) return 'codes.not_text';
  const sectorBytes = head.readUInt16LE(30) === 12 ? 4096 : 512;
  const position = (head.readUInt32LE(48) + 1) * sectorBytes;
  const { buffer, bytesRead } = await file.read(Buffer.alloc(4096), 0, 4096, position);
  const names = buffer.subarray(0, bytesRead).toString('utf16le');
  if (names.includes('EncryptedPackage')) return 'codes.workbook_locked';
  if (/Workbook|Book/.test(names)) return 'codes.is_other_workbook';
  return /WordDocument|PowerPoint/.test(names) ? 'codes.is_document' : 'codes.not_text';
}
