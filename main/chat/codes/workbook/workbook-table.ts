import type { FileHandle } from 'node:fs/promises';
import { AppError } from '../../../../preload/contract';
import type { RawRow, RowBatch, RowSource } from '../raw-rows';
import { WorkbookParts } from './parts';
import { sharedStrings } from './shared-strings';
import { rawRow, type SheetRow, sheetRows } from './sheet-rows';
import { readWorkbook, type Sheet, type Workbook } from './sheets';

const SHEETS_LOOKED_AT = 100;
/** Of a sheet that shows no row until then, somebody else may say whether it holds any. */
const LOOKED_AT_BYTES = 4 * 1024 * 1024;
/** What a thousand rows of a sheet may take. */
const BEGINNING_BYTES = 64 * 1024 * 1024;

/** The table on one sheet of an XLSX workbook (ECMA-376), with the results of formulas that it keeps. */
export class WorkbookTable implements RowSource {
  private constructor(
    private readonly parts: WorkbookParts,
    private readonly workbook: Workbook,
    readonly totalBytes: number,
    /** Those that hold something; all where none does. */
    readonly sheets: readonly Sheet[],
    readonly sheet: Sheet,
  ) {}

  /**
   * Without a sheet, the first is taken that is not hidden and holds something.
   *
   * @throws AppError `codes.is_*`, `codes.workbook_*`
   */
  static async open(
    file: FileHandle,
    totalBytes: number,
    index: number | null,
    signal: AbortSignal,
  ): Promise<WorkbookTable> {
    return orDamaged(signal, async () => {
      const parts = await WorkbookParts.open(file, signal);
      const workbook = await readWorkbook(parts);
      const filled: Sheet[] = [];
      for (const sheet of workbook.sheets.slice(0, SHEETS_LOOKED_AT))
        if (await hasRows(parts, sheet)) filled.push(sheet);
      const sheets = filled.length > 0 ? filled : workbook.sheets;
      const chosen = index === null ? undefined : sheets.find((each) => each.index === index);
      const sheet = chosen ?? sheets.find(({ isHidden }) => !isHidden) ?? sheets[0];
      if (!sheet) throw new AppError('codes.workbook_damaged');
      return new WorkbookTable(parts, workbook, totalBytes, sheets, sheet);
    });
  }

  async *batches(signal: AbortSignal): AsyncGenerator<RowBatch> {
    const { parts, workbook, sheet, totalBytes } = this;
    const strings = await orDamaged(signal, () =>
      sharedStrings(parts, workbook.sharedStrings, Number.POSITIVE_INFINITY),
    );
    const claimed = Math.max(1, parts.claimedBytes(sheet.part));
    let unpacked = 0;
    const all = sheetRows(watched(parts.read(sheet.part, 'sheet'), (bytes) => (unpacked += bytes)));
    try {
      for (;;) {
        signal.throwIfAborted();
        const next = await orDamaged(signal, () => all.next());
        if (next.done) return;
        const bytes = Math.round(totalBytes * Math.min(1, unpacked / claimed));
        yield { rows: this.#raw(next.value, strings), bytes };
      }
    } finally {
      await all.return(undefined);
    }
  }

  /** The first rows; of the shared texts only those are read that they need. */
  async beginning(count: number, signal: AbortSignal): Promise<RawRow[]> {
    return orDamaged(signal, async () => {
      const { parts, workbook, sheet } = this;
      const rows: SheetRow[] = [];
      const pieces = upTo(parts.read(sheet.part, 'sheet'), BEGINNING_BYTES);
      for await (const some of sheetRows(pieces)) {
        rows.push(...some);
        if (rows.length >= count) break;
      }
      const first = rows.slice(0, count);
      const needed = first.flatMap(({ cells }) =>
        cells.flatMap(({ type, text }) => (type === 's' ? Number(text) : [])),
      );
      const last = needed.reduce((most, each) => Math.max(most, each), -1);
      return this.#raw(first, await sharedStrings(parts, workbook.sharedStrings, last));
    });
  }

  #raw(rows: readonly SheetRow[], strings: readonly string[]): RawRow[] {
    return rows.map((row) => rawRow(row, this.workbook, strings));
  }
}

async function hasRows(parts: WorkbookParts, { part }: Sheet): Promise<boolean> {
  const pieces = upTo(parts.read(part, 'sheet'), LOOKED_AT_BYTES);
  for await (const _ of sheetRows(pieces)) return true;
  return parts.claimedBytes(part) > LOOKED_AT_BYTES;
}

async function* upTo(pieces: AsyncIterable<Uint8Array>, max: number) {
  let bytes = 0;
  for await (const piece of pieces) {
    yield piece;
    bytes += piece.length;
    if (bytes >= max) return;
  }
}

async function* watched(pieces: AsyncIterable<Uint8Array>, onBytes: (bytes: number) => void) {
  for await (const piece of pieces) {
    onBytes(piece.length);
    yield piece;
  }
}

/** Whatever zip.js objects to: the workbook is not as it was saved. */
async function orDamaged<T>(signal: AbortSignal, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    signal.throwIfAborted();
    throw error instanceof AppError
      ? error
      : new AppError('codes.workbook_damaged', {}, { cause: error });
  }
}
