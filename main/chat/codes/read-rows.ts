import Papa from 'papaparse';
import type { CodeRowProblem } from '../../../preload/contract';
import { codeKey } from '../claims/code-key';
import type { Line } from './lines';

export const MAX_CODE_LENGTH = 200;
const MAX_USES = 1_000_000;

/** NUL and other control characters, and what stands for bytes that were no text. */
const FORBIDDEN = /[\p{Cc}\u2028\u2029\ufffd]/u;

export type CodeRow =
  | { readonly line: number; readonly code: string; readonly maxUses: number }
  | { readonly line: number; readonly problem: CodeRowProblem };

interface Columns {
  readonly delimiter: string;
  readonly code: number;
  /** How often the code may be used; without it, once. */
  readonly uses: number | null;
}

/**
 * Reads rows of codes from the lines of a CSV file. One line is one row: a quote that is not closed
 * spoils its own line and no other. Nothing is a formula; codes are only ever texts.
 */
export class RowReader {
  #columns: Columns | null = null;

  /** Blank lines are no rows; the first line that is not blank may name the columns. */
  read(lines: readonly Line[]): CodeRow[] {
    const filled = lines.filter(({ text }) => text === null || text.trim() !== '');
    const first = filled.find((line) => line.text !== null);
    if (!this.#columns && !first) return filled.map(({ number }) => tooLong(number));
    const sample = filled.slice(0, 50).flatMap(({ text }) => text ?? []);
    const isHeader =
      this.#columns === null && first !== undefined && namesColumns(first.text ?? '', sample);
    this.#columns ??= columnsOf(first?.text ?? '', sample, isHeader);
    const columns = this.#columns;
    const rows = isHeader ? filled.filter((line) => line !== first) : filled;
    return cellsOf(rows, columns.delimiter).flatMap((row) => rowOf(row, columns));
  }
}

interface Cells {
  readonly line: number;
  /** Null when the row cannot be read. */
  readonly cells: readonly string[] | null;
  readonly isTooLong: boolean;
}

function cellsOf(lines: readonly Line[], delimiter: string): Cells[] {
  // Without quotes a line is a row, so that papaparse can have many at once.
  const plain = lines.filter(({ text }) => text !== null && !text.includes('"'));
  const parsed = parse(plain.map(({ text }) => text).join('\n'), delimiter).data;
  const byLine = new Map(plain.map(({ number }, index) => [number, parsed[index] ?? []]));
  return lines.map(({ number: line, text }) => ({
    line,
    cells: byLine.get(line) ?? (text === null ? null : quotedCells(text, delimiter)),
    isTooLong: text === null,
  }));
}

function quotedCells(text: string, delimiter: string): string[] | null {
  const { data, errors } = parse(text, delimiter);
  return errors.length > 0 || data.length !== 1 ? null : (data[0] ?? null);
}

function parse(text: string, delimiter: string) {
  return Papa.parse<string[]>(text, { delimiter, newline: '\n', skipEmptyLines: false });
}

function rowOf({ line, cells, isTooLong }: Cells, columns: Columns): CodeRow[] {
  if (isTooLong) return [tooLong(line)];
  if (!cells) return [{ line, problem: 'quotes' }];
  if (cells.every((cell) => cell.trim() === '')) return [];
  const code = (cells[columns.code] ?? '').trim();
  const uses = columns.uses === null ? '' : (cells[columns.uses] ?? '').trim();
  const problem = problemOf(code, uses);
  return [problem ? { line, problem } : { line, code, maxUses: uses === '' ? 1 : Number(uses) }];
}

function problemOf(code: string, uses: string): CodeRowProblem | null {
  if (FORBIDDEN.test(code) || !code.isWellFormed()) return 'forbidden_character';
  if (codeKey(code) === '') return 'code_missing';
  if (code.includes('"')) return 'quotes';
  if (code.length > MAX_CODE_LENGTH) return 'code_too_long';
  if (uses !== '' && !(/^\d{1,7}$/.test(uses) && Number(uses) >= 1 && Number(uses) <= MAX_USES))
    return 'uses_invalid';
  return null;
}

const tooLong = (line: number): CodeRow => ({ line, problem: 'row_too_long' });

const CODE_NAMES = ['code', 'codes'];
const USES_NAMES = ['uses', 'max_uses'];

function namesColumns(first: string, sample: readonly string[]): boolean {
  return headersIn(first, sample).some((name) => CODE_NAMES.includes(name));
}

function headersIn(first: string, sample: readonly string[]): string[] {
  const cells = quotedCells(first, delimiterOf(sample)) ?? [];
  return cells.map((cell) => cell.trim().toLowerCase());
}

function columnsOf(first: string, sample: readonly string[], isHeader: boolean): Columns {
  const delimiter = delimiterOf(sample);
  if (!isHeader) return { delimiter, code: 0, uses: null };
  const names = headersIn(first, sample);
  const uses = names.findIndex((name) => USES_NAMES.includes(name));
  return {
    delimiter,
    code: names.findIndex((name) => CODE_NAMES.includes(name)),
    uses: uses < 0 ? null : uses,
  };
}

function delimiterOf(sample: readonly string[]): string {
  const { meta } = Papa.parse(sample.join('\n'), {
    newline: '\n',
    delimitersToGuess: [',', ';', '\t', '|'],
  });
  return meta.delimiter;
}
