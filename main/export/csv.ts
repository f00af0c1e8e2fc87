import Papa from 'papaparse';
import type { Cell } from '../../preload/contract';
import type { Column, Columns } from '../store/tables/define-table';

/** RFC 4180, section 2. */
const LINE_END = '\r\n';

/** Rows per call of papaparse: few calls, and never more than a few hundred kilobytes of text. */
const CHUNK_ROWS = 1_000;

/**
 * Turns rows into the text of a CSV file (RFC 4180, UTF-8), chunk by chunk. The first line names
 * the columns; times are ISO 8601 in UTC; nothing in a cell is taken for a formula.
 */
export async function* csvOf(
  columns: Columns,
  rows: AsyncIterable<Record<string, Cell>>,
): AsyncGenerator<{ text: string; rows: number }> {
  const names = Object.keys(columns);
  yield { text: unparse([names]), rows: 0 };
  let chunk: string[][] = [];
  for await (const row of rows) {
    chunk.push(Object.entries(columns).map(([name, column]) => cellOf(column, row[name] ?? null)));
    if (chunk.length < CHUNK_ROWS) continue;
    yield { text: unparse(chunk), rows: chunk.length };
    chunk = [];
  }
  if (chunk.length > 0) yield { text: unparse(chunk), rows: chunk.length };
}

function unparse(lines: string[][]): string {
  return Papa.unparse(lines, { newline: LINE_END }) + LINE_END;
}

function cellOf({ kind }: Column, value: Cell): string {
  if (value === null) return '';
  if (kind === 'instant') return new Date(value).toISOString();
  // A negative number is no formula.
  return kind === 'number' ? String(value) : neutralise(String(value));
}

/**
 * OWASP, CSV Injection: a cell that begins with one of these starts a formula in a spreadsheet. A
 * leading apostrophe turns it into text. Blanks and NULs before it do not help a spreadsheet's
 * reader, and East Asian full-width signs are read as their narrow ones; papaparse's own
 * `escapeFormulae` misses these and cells with a line break.
 */
const FORMULA = /^[\s\0]*[=+\-@＝＋－＠]|^[\t\r\n]/u;

export function neutralise(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}
