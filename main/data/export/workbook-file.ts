import { colToLetter, writeXlsxStream } from 'hucre/xlsx';
import { AppError } from '../../../preload/contract';
import { InstantWriter } from '../../foundation/files/instant-writer';
import type { ZippedFile } from '../../foundation/zip/verified-zip';
import { packParts, partsOf, type ZipPart, ZipTooLarge } from '../../foundation/zip/zip-parts';
import { CELL_END, type EncodedColumn } from './csv-encoder';
import type { Sheet, Watch } from './sheet';
import { RowSum, type SheetCell } from './workbook-cells';
import { checkWorkbook } from './workbook-check';

/** Excel's own limits. */
const MAX_ROWS = 1_048_576;
const MAX_CHARACTERS = 32_767;
/** More cells could make a page larger than 4 GiB, which not every program reads. */
const MAX_CELLS = 20_000_000;

const CUT = ' […]';

/**
 * A sheet as a workbook of Excel (ECMA-376). Texts are texts whatever they look like: there is no
 * formula and no link in it. Times are those of the zone. Rows that are more than a page of Excel has
 * go on on further pages; a cell that is too long is cut, with a mark.
 *
 * Reading its content throws AppError `export.workbook_too_large` beyond 4 GiB.
 */
export function workbookFile(
  sheet: Sheet,
  timeZone: string,
  watch: Watch = {},
  maxRows = Math.min(MAX_ROWS, Math.floor(MAX_CELLS / sheet.columns.length)),
): ZippedFile {
  const { name, columns } = sheet;
  const sum = new RowSum();
  const rowsPerPage = maxRows - 1;
  return {
    name: `${name}.xlsx`,
    content: () => {
      const written = writeXlsxStream(rowsOf(sheet, timeZone, sum, watch), {
        name: name.slice(0, 31),
        columns: columns.map(pageColumn),
        freezePane: { rows: 1 },
        maxRowsPerSheet: maxRows,
        compress: false,
        zip64: true,
      });
      const lastColumn = colToLetter(columns.length - 1);
      const pages = withFilters(partsOf(written), (page) => {
        const rows = Math.min(sum.rows - page * rowsPerPage, rowsPerPage);
        return `A1:${lastColumn}${rows + 1}`;
      });
      return explained(packParts(pages));
    },
    check: (file) => checkWorkbook(file, columns, sum),
  };
}

/** @throws AppError `export.workbook_too_large` */
async function* explained(pieces: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* pieces;
  } catch (error) {
    throw error instanceof ZipTooLarge ? new AppError('export.workbook_too_large') : error;
  }
}

function pageColumn({ name, kind }: EncodedColumn) {
  const isInstant = kind === 'instant';
  const width = Math.min(40, Math.max(isInstant ? 20 : 12, name.length + 4));
  if (kind === 'number') return { header: name, width };
  // A text that is edited stays one, too: `@` is Excel's format for texts.
  return { header: name, width, numFmt: isInstant ? 'yyyy-mm-dd hh:mm:ss' : '@' };
}

async function* rowsOf(
  { name, columns, chunks }: Sheet,
  timeZone: string,
  sum: RowSum,
  { onRows, onCut }: Watch,
): AsyncGenerator<(string | number | Date | null)[]> {
  const instants = new InstantWriter(timeZone);
  const read = (column: EncodedColumn, cell: string): SheetCell => {
    const value = cellOf(column, cell, instants);
    if (typeof value !== 'string' || value.length <= MAX_CHARACTERS) return value;
    onCut?.(name, column.name);
    return cut(value);
  };
  for await (const { rows, cells } of chunks()) {
    let from = 0;
    for (let row = 0; row < rows; row++) {
      const values = columns.map((column) => {
        const end = cells.indexOf(CELL_END, from);
        const value = end === from ? null : read(column, cells.toString('utf8', from, end));
        from = end + 1;
        return value;
      });
      sum.add(values);
      yield values.map(escaped);
    }
    onRows?.(rows);
  }
}

/** Excel counts in UTF-16; half of a surrogate pair is no character. */
function cut(text: string): string {
  const kept = text.slice(0, MAX_CHARACTERS - CUT.length);
  return kept.replace(/[\uD800-\uDBFF]$/, '') + CUT;
}

/** Excel knows no time before 1900, and none behind 9999. */
const FIRST_MS = Date.UTC(1900, 2, 1);
const LAST_MS = Date.UTC(9999, 11, 31);

function cellOf({ kind }: EncodedColumn, cell: string, instants: InstantWriter): SheetCell {
  if (kind === 'number') return Number(cell);
  if (kind === 'text') return cell;
  if (kind !== 'instant') return kind(cell);
  const atMs = Number(cell);
  const isKnown = atMs >= FIRST_MS && atMs < LAST_MS;
  return isKnown ? new Date(instants.localMs(atMs)) : new Date(atMs).toISOString();
}

/** ECMA-376, 22.9.2.19: what looks like an escape would be read as one. XML has no place for U+FFFE. */
const TO_ESCAPE = /_(?=x[0-9A-Fa-f]{4}_)|[\uFFFE\uFFFF]/g;

function escaped(value: SheetCell): SheetCell {
  if (typeof value !== 'string') return value;
  return value.replace(
    TO_ESCAPE,
    (found) => `_x${found.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
  );
}

const PAGE = /^xl\/worksheets\/sheet(\d+)\.xml$/;
const PAGE_END = '</sheetData></worksheet>';

/** Gives the columns of each page a filter, which hucre does for workbooks that are in memory only. */
async function* withFilters(
  parts: AsyncIterable<ZipPart>,
  rangeOf: (page: number) => string,
): AsyncGenerator<ZipPart> {
  for await (const { name, content } of parts) {
    const [, page] = PAGE.exec(name) ?? [];
    if (page === undefined) yield { name, content };
    else yield { name, content: withFilter(content, () => rangeOf(Number(page) - 1)) };
  }
}

async function* withFilter(
  content: AsyncIterable<Uint8Array>,
  range: () => string,
): AsyncGenerator<Uint8Array> {
  let held = Buffer.alloc(0);
  for await (const piece of content) {
    const bytes = Buffer.concat([held, piece]);
    const whole = Math.max(0, bytes.length - PAGE_END.length);
    if (whole > 0) yield bytes.subarray(0, whole);
    held = bytes.subarray(whole);
  }
  if (held.toString() !== PAGE_END) throw new Error('A page does not end as pages do.');
  yield Buffer.from(`</sheetData><autoFilter ref="${range()}"/></worksheet>`);
}
