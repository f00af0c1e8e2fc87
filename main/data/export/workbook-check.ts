import { partsOf } from '../../foundation/zip/zip-parts';
import type { EncodedColumn } from './csv-encoder';
import { RowSum, type SheetCell } from './workbook-cells';

/**
 * Reads a workbook back as it comes out of the zip.
 *
 * @throws Error unless it holds exactly the rows that were summed, under the names of the columns.
 */
export async function checkWorkbook(
  file: AsyncIterable<Uint8Array>,
  columns: readonly EncodedColumn[],
  written: RowSum,
): Promise<void> {
  const read = new RowSum();
  for await (const { name, content } of partsOf(file)) {
    if (name.startsWith('xl/worksheets/')) await readPage(content, columns, read);
    else for await (const _ of content);
  }
  if (!read.equals(written)) throw new Error('The workbook does not hold what was written.');
}

const ROW_END = '</row>';

async function readPage(
  content: AsyncIterable<Uint8Array>,
  columns: readonly EncodedColumn[],
  sum: RowSum,
): Promise<void> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  let isHeader = true;
  for await (const piece of content) {
    text += decoder.decode(piece, { stream: true });
    let from = 0;
    for (let end = text.indexOf(ROW_END); end >= 0; end = text.indexOf(ROW_END, from)) {
      const row = text.slice(from, end);
      if (isHeader) requireHeader(row, columns);
      else sum.add(cellsOf(row, columns));
      isHeader = false;
      from = end + ROW_END.length;
    }
    text = text.slice(from);
  }
}

function requireHeader(row: string, columns: readonly EncodedColumn[]): void {
  const names = cellsOf(
    row,
    columns.map(({ name }) => ({ name, kind: 'text' })),
  );
  if (columns.some(({ name }, index) => names[index] !== name)) {
    throw new Error('The workbook does not name its columns.');
  }
}

/** A cell of text or of a number; one with a formula is neither. */
const CELL =
  /<c r="([A-Z]+)\d+"[^>]*?(?:\/>|>(?:<is>(?:<t\/>|<t[^>]*>([^<]*)<\/t>)<\/is>|<v>([^<]*)<\/v>)<\/c>)/g;

function cellsOf(row: string, columns: readonly EncodedColumn[]): SheetCell[] {
  const cells = columns.map((): SheetCell => null);
  for (const [, letters = '', text, value] of row.matchAll(CELL)) {
    const index = columnNumber(letters);
    const kind = columns[index]?.kind;
    if (text !== undefined) cells[index] = unescaped(text);
    else if (value !== undefined) cells[index] = kind === 'instant' ? timeOf(value) : Number(value);
  }
  return cells;
}

/** From 0. */
function columnNumber(letters: string): number {
  let number = 0;
  for (let at = 0; at < letters.length; at++) number = number * 26 + letters.charCodeAt(at) - 64;
  return number - 1;
}

/** Days since the end of 1899, in which there was a 29 February 1900. */
function timeOf(days: string): Date {
  return new Date(Math.round((Number(days) - 25_569) * 86_400_000));
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};
const ESCAPED = /&(\w+);|_x([0-9A-F]{4})_/g;

function unescaped(text: string): string {
  if (!text.includes('&') && !text.includes('_x')) return text;
  return text.replace(ESCAPED, (found, entity?: string, code?: string) =>
    code === undefined
      ? (ENTITIES[entity ?? ''] ?? found)
      : String.fromCharCode(Number.parseInt(code, 16)),
  );
}
