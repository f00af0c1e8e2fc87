import Papa from 'papaparse';
import type { CodeFileDelimiter } from '../../../preload/contract';

/** What is between the cells of a line that is one cell: no text has it. */
const NOTHING = '\u001f';

/** The cells of one row (RFC 4180); null when its quotes do not fit together. */
export function quotedCells(text: string, delimiter: CodeFileDelimiter): string[] | null {
  const { data, errors } = separated(text, delimiter);
  return errors.length > 0 || data.length !== 1 ? null : (data[0] ?? null);
}

export function separated(text: string, delimiter: CodeFileDelimiter) {
  const options = { newline: '\n', skipEmptyLines: false } as const;
  return Papa.parse<string[]>(text, { ...options, delimiter: delimiter || NOTHING });
}
