import type { FileHandle } from 'node:fs/promises';
import { type FileEntry, ZipReader } from '@zip.js/zip.js';
import { AppError } from '../../../../preload/contract';
import { ZipFileReader } from '../../../foundation/zip/zip-file';

const MAX_ENTRIES = 10_000;
/** The sheet with a million rows of a few cells each. A part that unfolds to more is no such sheet. */
const MAX_SHEET_BYTES = 512 * 1024 * 1024;
/** Of parts that are kept in memory while the sheet is read. */
const MAX_OTHER_BYTES = 128 * 1024 * 1024;

/**
 * The parts of a workbook (ECMA-376 part 2), which are the entries of a zip. They are unpacked in
 * pieces and only as far as they are read; what a part says about its size is not believed.
 */
export class WorkbookParts {
  private constructor(
    private readonly zip: ZipReader<FileHandle>,
    private readonly entries: ReadonlyMap<string, FileEntry>,
    private readonly signal: AbortSignal,
  ) {}

  /** @throws AppError `codes.is_*` when the zip is something else, or `codes.workbook_*` */
  static async open(file: FileHandle, signal: AbortSignal): Promise<WorkbookParts> {
    const zip = new ZipReader(new ZipFileReader(file));
    const entries = new Map<string, FileEntry>();
    for await (const entry of zip.getEntriesGenerator()) {
      signal.throwIfAborted();
      if (!entry.directory) entries.set(entry.filename, entry);
      if (entries.size > MAX_ENTRIES) throw new AppError('codes.is_archive');
    }
    refuseOthers([...entries.keys()]);
    return new WorkbookParts(zip, entries, signal);
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  /** How large a part says that it is, unpacked; only good for telling how far reading it has come. */
  claimedBytes(name: string): number {
    return this.entries.get(name)?.uncompressedSize ?? 0;
  }

  /** The bytes of a part, piece by piece, for as long as somebody takes them. */
  async *read(name: string, kind: 'sheet' | 'other' = 'other'): AsyncGenerator<Uint8Array> {
    const entry = this.entries.get(name);
    if (!entry) throw new AppError('codes.workbook_damaged');
    if (entry.encrypted) throw new AppError('codes.workbook_locked');
    const enough = new AbortController();
    const signal = AbortSignal.any([this.signal, enough.signal]);
    let controller: TransformStreamDefaultController<Uint8Array> | undefined;
    const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>({
      start: (own) => {
        controller = own;
      },
    });
    // zip.js leaves the stream open when it fails, and whoever reads it would wait for ever.
    entry
      .getData(writable, { signal, checkSignature: true })
      .catch((error) => controller?.error(error));
    const max = kind === 'sheet' ? MAX_SHEET_BYTES : MAX_OTHER_BYTES;
    let bytes = 0;
    try {
      for await (const piece of readable) {
        bytes += piece.length;
        if (bytes > max) throw new AppError('codes.workbook_too_large');
        yield piece;
      }
    } finally {
      enough.abort();
    }
  }

  async close(): Promise<void> {
    await this.zip.close();
  }
}

function refuseOthers(names: readonly string[]): void {
  const any = (part: RegExp) => names.some((name) => part.test(name));
  if (
    any(/^\[Content_Types\]\.xml$/) &&
    any(/\.xml\.rels$|workbook\.xml$/) &&
    any(/sheet[^/]*\.xml$/i)
  )
    return;
  if (any(/^xl\/workbook\.bin$/)) throw new AppError('codes.is_other_workbook');
  if (any(/^(?:word|ppt)\//)) throw new AppError('codes.is_document');
  // OpenDocument; Numbers.
  if (any(/^content\.xml$/) && any(/^mimetype$/)) throw new AppError('codes.is_other_workbook');
  if (any(/^Index\/.*\.iwa$|^Index\.zip$/)) throw new AppError('codes.is_other_workbook');
  throw new AppError('codes.is_archive');
}
