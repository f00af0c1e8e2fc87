import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { AppError } from '../../../preload/contract';
import type { ZippedFile, ZipRequest } from '../zip/verified-zip';

/** All of it is in memory while it is written. */
const MAX_ATTACHED_BYTES = 32 * 1024 * 1024;

const MIME_TYPES: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  json: 'application/json',
  pdf: 'application/pdf',
};

interface Attached {
  readonly name: string;
  readonly bytes: Buffer;
}

/**
 * Encrypts a PDF with AES-256 (ISO 32000-2, revision 6) under a password, with files attached to it, and
 * reads it back: it has to open with the password, and with no other, and to hold the same bytes again.
 *
 * @param page the PDF that is read; what it says is in no other file
 * @throws AppError `export.pdf_too_large`, `export.verification_failed`
 */
export async function writeVerifiedPdf(
  file: FileHandle,
  page: Uint8Array,
  { files, password, nowMs, signal, onVerified }: ZipRequest,
): Promise<{ bytes: number; sha256: string }> {
  if (password.length < 16) throw new Error('A PDF needs its one-time password.');
  const attached = await readAll(files, signal);
  // It is large, and few threads ever need it.
  const { PDFDocument } = await import('@cantoo/pdf-lib');
  const document = await PDFDocument.load(page);
  const date = new Date(nowMs);
  for (const { name, bytes } of attached) {
    const mimeType = MIME_TYPES[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
    await document.attach(bytes, name, { mimeType, creationDate: date, modificationDate: date });
  }
  document.encrypt({ userPassword: password, ownerPassword: password, algorithm: 'AES-256' });
  await file.writeFile(await document.save());
  signal.throwIfAborted();
  onVerified?.(0);
  const written = await wholeOf(file);
  await verify(written, attached, password).catch((error: unknown) => {
    throw new AppError('export.verification_failed', {}, { cause: error });
  });
  onVerified?.(1);
  return { bytes: written.length, sha256: createHash('sha256').update(written).digest('hex') };
}

async function readAll(files: readonly ZippedFile[], signal: AbortSignal): Promise<Attached[]> {
  const attached: Attached[] = [];
  let total = 0;
  for (const { name, content } of files) {
    const pieces: Buffer[] = [];
    for await (const piece of content()) {
      signal.throwIfAborted();
      total += piece.length;
      if (total > MAX_ATTACHED_BYTES) throw new AppError('export.pdf_too_large');
      // Who makes the pieces may write the next one over this.
      pieces.push(Buffer.from(piece));
    }
    attached.push({ name, bytes: Buffer.concat(pieces) });
  }
  return attached;
}

async function wholeOf(file: FileHandle): Promise<Buffer> {
  const { size } = await file.stat();
  const whole = Buffer.alloc(size);
  for (let at = 0; at < size; ) {
    const { bytesRead } = await file.read(whole, at, size - at, at);
    if (bytesRead === 0) throw new AppError('export.verification_failed');
    at += bytesRead;
  }
  return whole;
}

async function verify(
  written: Uint8Array,
  attached: readonly Attached[],
  password: string,
): Promise<void> {
  const { PDFDocument } = await import('@cantoo/pdf-lib');
  if (!(await isAes256(written))) throw new Error('It is not encrypted with AES-256.');
  for (const attempt of [{}, { password: `${password}-` }, { password: '' }]) {
    const opened = await PDFDocument.load(written, attempt).catch(() => null);
    if (opened) throw new Error('It opens without its password.');
  }
  const opened = await PDFDocument.load(written, { password });
  const found = opened.getAttachments();
  const isSame = attached.every(({ bytes }) => found.some(({ data }) => bytes.equals(data)));
  if (!isSame || found.length !== attached.length || opened.getPageCount() === 0) {
    throw new Error('It does not hold what was written.');
  }
}

/** What the dictionary says by which readers decrypt (ISO 32000-2, 7.6.2 and 7.6.4). */
async function isAes256(written: Uint8Array): Promise<boolean> {
  const { PDFDict, PDFDocument, PDFName } = await import('@cantoo/pdf-lib');
  const { context } = await PDFDocument.load(written, {
    ignoreEncryption: true,
    updateMetadata: false,
  });
  const encryption = context.lookupMaybe(context.trailerInfo.Encrypt, PDFDict);
  const filter = encryption
    ?.lookupMaybe(PDFName.of('CF'), PDFDict)
    ?.lookupMaybe(PDFName.of('StdCF'), PDFDict);
  const said = (dictionary: typeof encryption, name: string): string =>
    String(dictionary?.get(PDFName.of(name)));
  return (
    ['V 5', 'R 6', 'StmF /StdCF', 'StrF /StdCF'].every(
      (each) => said(encryption, each.split(' ')[0] ?? '') === each.split(' ')[1],
    ) && said(filter, 'CFM') === '/AESV3'
  );
}
