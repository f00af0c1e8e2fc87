import Papa from 'papaparse';
import { type Cell, type CsvFormat, PLAIN_CSV } from '../../../preload/contract';
import type { Column, Columns } from '../store/tables/define-table';
import { InstantWriter } from './instant-writer';

/** RFC 4180, section 2. */
const LINE_END = '\r\n';

/** Rows per call of papaparse: few calls, and never more than a few hundred kilobytes of text. */
const CHUNK_ROWS = 1_000;

/**
 * Turns rows into the text of a CSV file (RFC 4180, UTF-8), chunk by chunk. The first line names
 * the columns; times are as the format says; nothing in a cell is taken for a formula.
 *
 * This is how papaparse writes it. The encoder of exports writes the same of a million rows, faster.
 */
export async function* csvOf(
  columns: Columns,
  rows: AsyncIterable<Record<string, Cell>>,
  format: CsvFormat = PLAIN_CSV,
): AsyncGenerator<{ text: string; rows: number }> {
  const instants = new InstantWriter(format.timeZone, format.times);
  const mark = format.byteOrderMark ? BYTE_ORDER_MARK : '';
  yield { text: mark + unparse([Object.keys(columns)], format), rows: 0 };
  let chunk: string[][] = [];
  for await (const row of rows) {
    chunk.push(
      Object.entries(columns).map(([name, column]) =>
        cellOf(column, row[name] ?? null, instants, format),
      ),
    );
    if (chunk.length < CHUNK_ROWS) continue;
    yield { text: unparse(chunk, format), rows: chunk.length };
    chunk = [];
  }
  if (chunk.length > 0) yield { text: unparse(chunk, format), rows: chunk.length };
}

export const BYTE_ORDER_MARK = '\uFEFF';

export function unparse(lines: string[][], { delimiter }: Pick<CsvFormat, 'delimiter'>): string {
  return Papa.unparse(lines, { delimiter, newline: LINE_END }) + LINE_END;
}

function cellOf(
  { kind, checked }: Column,
  value: Cell,
  instants: InstantWriter,
  { decimalComma }: CsvFormat,
): string {
  if (value === null) return '';
  if (kind === 'instant') return instants.format(Number(value));
  // A negative number is no formula.
  if (kind === 'number') return numberText(Number(value), decimalComma);
  return neutralise(String(value), checked);
}

export function numberText(value: number, decimalComma: boolean): string {
  return decimalComma ? String(value).replace('.', ',') : String(value);
}

/**
 * OWASP, CSV Injection: a cell that begins with one of these starts a formula in a spreadsheet. A
 * leading apostrophe turns it into text. Blanks and NULs before it do not help a spreadsheet's
 * reader, quotes may be taken off on the way, and East Asian full-width signs are read as their narrow
 * ones; papaparse's own `escapeFormulae` misses these and cells with a line break.
 */
const FORMULA = /^['"\s\0]*[=+\-@＝＋－＠]|^['"]*[\t\r\n]/u;

const SIGNED_NUMBER = /^(?:[+-]\d{1,40}(?:[.,]\d{1,20})?|\+\d{1,15};ext=\d{1,15})$/;
export const LONGEST_NUMBER = 62;

/** A signed number, or a phone number in E.164 with its extension (RFC 3966): nothing to calculate. */
export const isSignedNumber = (text: string): boolean => SIGNED_NUMBER.test(text);

/**
 * Makes free text harmless. {@link undoNeutralise} gives back exactly what it was, as a text that begins
 * with an apostrophe already gets another one.
 *
 * @param isChecked of a column whose values ChatVault checks, all or some (phone numbers, numbers):
 * those that are signed numbers stay as they are. In free text, a lone `-1` is made text as well.
 */
export function neutralise(text: string, isChecked = false): string {
  if (!FORMULA.test(text) || (isChecked && isSignedNumber(text))) return text;
  return `'${text}`;
}

/** As the data dictionary describes it: takes off the apostrophe that {@link neutralise} has put there. */
export function undoNeutralise(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell.slice(1)) ? cell.slice(1) : cell;
}
