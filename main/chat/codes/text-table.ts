import type { FileHandle } from 'node:fs/promises';
import type { CodeFileDelimiter, CodeFileEncoding } from '../../../preload/contract';
import { BrokenCells } from './broken-cells';
import { textOf } from './encoding';
import { type Line, LineSplitter } from './lines';
import { quotedCells, separated } from './quoted-cells';
import type { RawRow, RowBatch, RowSource } from './raw-rows';

/** As Excel writes and reads it: a first line that says what stands between the cells. */
const SEPARATOR_LINE = /^"?sep=(.|\\t)"?\s*$/i;

/** In the order of preference: commas stand in numbers and words, too. */
const DELIMITERS = ['\t', ';', '|', ','] as const;

const SAMPLE_LINES = 1_000;

/**
 * The table of a text file. One line is one row, but where a cell in quotes has line breaks in it; a quote
 * that is never closed spoils its own line and no other. Nothing is a formula; cells are only ever texts.
 */
export class TextTable implements RowSource {
  constructor(
    readonly file: FileHandle,
    readonly totalBytes: number,
    readonly encoding: CodeFileEncoding,
    readonly delimiter: CodeFileDelimiter,
  ) {}

  async *batches(signal: AbortSignal): AsyncGenerator<RowBatch> {
    const cells = new BrokenCells(this.delimiter);
    for await (const { lines, bytes, isLast } of linesOf(this.file, this.encoding)) {
      signal.throwIfAborted();
      yield { rows: rowsOf(cells.mend(lines, isLast), this.delimiter), bytes };
    }
  }
}

/** The lines with which the text begins, and the separator that its first one names; `other` is none of ours. */
export async function beginningOf(
  file: FileHandle,
  encoding: CodeFileEncoding,
): Promise<{ lines: string[]; separator: CodeFileDelimiter | 'other' | null }> {
  const texts: string[] = [];
  for await (const { lines } of linesOf(file, encoding)) {
    for (const { text } of lines) if (text !== null && text.trim() !== '') texts.push(text);
    if (texts.length >= SAMPLE_LINES) break;
  }
  const named = SEPARATOR_LINE.exec(texts[0] ?? '')?.[1]?.replace('\\t', '\t');
  if (named === undefined) return { lines: texts.slice(0, SAMPLE_LINES), separator: null };
  const separator = DELIMITERS.find((each) => each === named) ?? 'other';
  return { lines: texts.slice(1, SAMPLE_LINES + 1), separator };
}

/**
 * What stands between the cells: that which cuts most lines into the same number of them, at least two.
 * Nothing when no delimiter does so for half of the lines.
 */
export function delimiterOf(lines: readonly string[]): CodeFileDelimiter {
  let best: { delimiter: CodeFileDelimiter; share: number } = { delimiter: '', share: 0.49 };
  for (const delimiter of DELIMITERS) {
    const widths = new Map<number, number>();
    const numbered = lines.map((text, at) => ({ number: at + 1, text }));
    const rows = new BrokenCells(delimiter).mend(numbered, true);
    for (const { text } of rows) {
      const { length } = (text?.includes(delimiter) && quotedCells(text, delimiter)) || [];
      if (length > 1) widths.set(length, (widths.get(length) ?? 0) + 1);
    }
    const share = Math.max(0, ...widths.values()) / Math.max(1, rows.length);
    if (share > best.share) best = { delimiter, share };
  }
  return best.delimiter;
}

async function* linesOf(file: FileHandle, encoding: CodeFileEncoding) {
  const splitter = new LineSplitter();
  let total = 0;
  for await (const { text, bytes } of textOf(file, encoding)) {
    total = bytes;
    yield { lines: splitter.take(text), bytes, isLast: false };
  }
  yield { lines: splitter.end(), bytes: total, isLast: true };
}

/** Blank lines are no rows, nor is a first line that names the separator. */
function rowsOf(lines: readonly Line[], delimiter: CodeFileDelimiter): RawRow[] {
  const filled = lines.filter(
    ({ number, text }) =>
      text === null || (text.trim() !== '' && !(number === 1 && SEPARATOR_LINE.test(text))),
  );
  // Without quotes a line is a row, so that papaparse can have many at once.
  const plain = filled.filter(({ text }) => text !== null && !text.includes('"'));
  const parsed = separated(plain.map(({ text }) => text).join('\n'), delimiter).data;
  let next = 0;
  return filled.map(({ number: line, text }) => {
    if (text === null) return { line, cells: [], fault: 'row_too_long' };
    if (!text.includes('"')) return { line, cells: parsed[next++] ?? [] };
    const cells = quotedCells(text, delimiter);
    return cells ? { line, cells } : { line, cells: [], fault: 'quotes' };
  });
}
