import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import type { PDFContext, PDFDict, PDFDocument, PDFName, PDFObject } from '@cantoo/pdf-lib';
import { AppError } from '../../../preload/contract';
import type { ZippedFile, ZipRequest } from '../zip/verified-zip';

/** All of it is in memory while it is written. */
const MAX_ATTACHED_BYTES = 32 * 1024 * 1024;

/** Without decrypting it. */
const AS_IT_IS = { ignoreEncryption: true, updateMetadata: false } as const;

/** Whoever has the password may do what they like with what is about them. */
const EVERYTHING = {
  printing: 'highResolution',
  modifying: true,
  copying: true,
  annotating: true,
  fillingForms: true,
  contentAccessibility: true,
  documentAssembly: true,
} as const;

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
  { files, password, signal, onVerified }: Omit<ZipRequest, 'nowMs'>,
): Promise<{ bytes: number; sha256: string }> {
  if (password.length < 16) throw new Error('A PDF needs its one-time password.');
  const attached = await readAll(files, signal);
  // It is large, and few threads ever need it.
  const { PDFDocument } = await import('@cantoo/pdf-lib');
  const document = await PDFDocument.load(page);
  for (const { name, bytes } of attached) {
    const mimeType = MIME_TYPES[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
    await document.attach(bytes, name, { mimeType });
  }
  await document.flush();
  const passwords = { userPassword: password, ownerPassword: password };
  document.encrypt({ ...passwords, algorithm: 'AES-256', permissions: EVERYTHING });
  await hideTexts(document);
  await file.writeFile(await document.save({ useObjectStreams: true }));
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
  const { context } = await PDFDocument.load(written, AS_IT_IS);
  if (!(await isAes256(context))) throw new Error('It is not encrypted with AES-256.');
  const readable = await objectsWithTexts(context, context.trailerInfo.Encrypt);
  if (readable.length > 0) throw new Error('It has texts that are not encrypted.');
  for (const attempt of [{}, { password: `${password}-` }, { password: '' }]) {
    const opened = await PDFDocument.load(written, attempt).catch(() => null);
    if (opened) throw new Error('It opens without its password.');
  }
  const opened = await PDFDocument.load(written, { password });
  const found = await attachedTo(opened);
  const isSame = attached.every(({ bytes }) => found.some((each) => bytes.equals(each)));
  if (!isSame || found.length !== attached.length || opened.getPageCount() === 0) {
    throw new Error('It does not hold what was written.');
  }
}

/**
 * The contents of what is attached. By the objects themselves: the library decrypts the texts of compressed
 * objects a second time, names and dates of attachments among them.
 */
async function attachedTo({ context }: PDFDocument): Promise<Uint8Array[]> {
  const { decodePDFRawStream, PDFName, PDFRawStream } = await import('@cantoo/pdf-lib');
  const isAttached = PDFName.of('EmbeddedFile');
  return context
    .enumerateIndirectObjects()
    .flatMap(([, object]) =>
      object instanceof PDFRawStream && object.dict.get(PDFName.of('Type')) === isAttached
        ? [decodePDFRawStream(object).decode()]
        : [],
    );
}

/** What the dictionary says by which readers decrypt (ISO 32000-2, 7.6.2 and 7.6.4). */
async function isAes256(context: PDFContext): Promise<boolean> {
  const { PDFDict, PDFName } = await import('@cantoo/pdf-lib');
  const encryption = context.lookupMaybe(context.trailerInfo.Encrypt, PDFDict);
  const filter = encryption
    ?.lookupMaybe(PDFName.of('CF'), PDFDict)
    ?.lookupMaybe(PDFName.of('StdCF'), PDFDict);
  const says = (dictionary: PDFDict | undefined, name: string, value: string): boolean =>
    String(dictionary?.get(PDFName.of(name))) === value;
  return (
    says(encryption, 'V', '5') &&
    says(encryption, 'R', '6') &&
    says(encryption, 'StmF', '/StdCF') &&
    says(filter, 'CFM', '/AESV3')
  );
}

/**
 * The library encrypts streams, and with them the objects that are compressed into streams, but no texts of
 * objects that are written by themselves. Those, such as the names of what is attached, become objects of
 * their own, which are compressed.
 */
async function hideTexts({ context }: PDFDocument): Promise<void> {
  for (const [dictionary, name, value] of await objectsWithTexts(context)) {
    dictionary.set(name, context.register(value));
  }
}

type Entry = [dictionary: PDFDict, name: PDFName, value: PDFObject];

/** Entries of objects that are written by themselves that hold texts, but for the encryption's own. */
async function objectsWithTexts(context: PDFContext, except?: PDFObject): Promise<Entry[]> {
  const library = await import('@cantoo/pdf-lib');
  const { PDFArray, PDFCatalog, PDFDict, PDFHexString, PDFPageLeaf, PDFPageTree } = library;
  const { PDFName, PDFStream, PDFString } = library;
  const holdsText = (object: PDFObject): boolean => {
    if (object instanceof PDFString || object instanceof PDFHexString) return true;
    if (object instanceof PDFArray) return object.asArray().some(holdsText);
    return object instanceof PDFDict && object.values().some(holdsText);
  };
  return context.enumerateIndirectObjects().flatMap(([ref, object]) => {
    const isAlone = [PDFCatalog, PDFPageTree, PDFPageLeaf].some((each) => object instanceof each);
    const dictionary = object instanceof PDFStream ? object.dict : isAlone ? object : null;
    if (ref === except || !(dictionary instanceof PDFDict)) return [];
    // The table of all objects has the file's random id in the clear, as it has to be.
    if (dictionary.get(PDFName.of('Type')) === PDFName.of('XRef')) return [];
    return dictionary
      .entries()
      .filter(([, value]) => holdsText(value))
      .map(([name, value]): Entry => [dictionary, name, value]);
  });
}
