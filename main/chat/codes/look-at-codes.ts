import { basename } from 'node:path';
import {
  AppError,
  type CodeFileLayout,
  type CodeFileNote,
  type CodeFileSample,
  MAX_CODE_COLUMNS,
} from '../../../preload/contract';
import type { LaneContext } from '../../foundation/operation/context';
import { cellText, hasInvisible, isExcelText } from './cell-text';
import { headerIn, suggestRoles } from './column-roles';
import { withTable } from './open-table';
import type { RawRow } from './raw-rows';
import { TextTable } from './text-table';
import type { WorkbookTable } from './workbook/workbook-table';

/** Rows that are looked at, to find out what the columns are. */
const ROWS = 1_000;
const SHOWN_ROWS = 8;
const SHOWN_CHARACTERS = 60;

export interface Looking {
  readonly file: string;
  /** What the user has corrected. */
  readonly layout: Partial<CodeFileLayout>;
}

/**
 * Looks at how a file begins: what is understood of it is shown, and nothing of it imported.
 *
 * @throws AppError as {@link withTable}, and `codes.none`
 */
export async function lookAtCodes(
  { signal }: Pick<LaneContext, 'signal'>,
  { file, layout: corrected }: Looking,
): Promise<Omit<CodeFileSample, 'ticket'>> {
  return withTable(file, corrected, signal, async (table, separator) => {
    const all = await firstRows(table, signal);
    if (all.length === 0) throw new AppError('codes.none');
    const rows = all.filter(({ fault }) => !fault);
    const header = headerIn(rows);
    const headerLine =
      corrected.headerLine === undefined ? (header?.line ?? null) : corrected.headerLine;
    const below = rows.filter(({ line }) => line > (headerLine ?? 0));
    const { columns, notes } = suggestRoles(
      rows.find(({ line }) => line === headerLine) ?? null,
      below,
    );
    const isGuessed = corrected.headerLine === undefined && header?.isKnown === false;
    const isUnknown = separator === 'other' && corrected.delimiter === undefined;
    const isText = table instanceof TextTable;
    return {
      fileName: basename(file),
      layout: {
        encoding: isText ? table.encoding : null,
        delimiter: isText ? table.delimiter : null,
        sheet: isText ? null : table.sheet.index,
        headerLine,
      },
      // Who sees only that a line looks different cannot tell what it says; nor what is between its cells.
      columns: isGuessed || isUnknown ? { ...columns, code: null } : columns,
      sheets: isText ? [] : table.sheets.map(({ part: _, ...sheet }) => sheet),
      rows: shown(rows, headerLine),
      width: rows.reduce((widest, { cells }) => Math.max(widest, cells.length), 1),
      notes: [
        ...(separator === null ? [] : (['separator_line'] as const)),
        ...(isGuessed ? (['header_guessed'] as const) : []),
        ...notesOn(rows, headerLine),
        ...notes,
      ],
    };
  }).then((sample) => ({ ...sample, width: Math.min(sample.width, MAX_CODE_COLUMNS) }));
}

async function firstRows(
  table: TextTable | WorkbookTable,
  signal: AbortSignal,
): Promise<readonly RawRow[]> {
  if (!(table instanceof TextTable)) return table.beginning(ROWS, signal);
  const found: RawRow[] = [];
  for await (const { rows } of table.batches(signal)) {
    found.push(...rows.slice(0, ROWS - found.length));
    if (found.length >= ROWS) break;
  }
  return found;
}

/** Those around the header, as they are imported. */
function shown(rows: readonly RawRow[], headerLine: number | null): CodeFileSample['rows'] {
  const at = headerLine === null ? -1 : rows.findIndex(({ line }) => line === headerLine);
  return rows.slice(Math.max(0, at - 4), Math.max(0, at) + SHOWN_ROWS).map(({ line, cells }) => ({
    line,
    cells: cells
      .slice(0, MAX_CODE_COLUMNS)
      .map((cell) => cellText(cell).slice(0, SHOWN_CHARACTERS).toWellFormed()),
  }));
}

function notesOn(rows: readonly RawRow[], headerLine: number | null): CodeFileNote[] {
  const cells = rows.flatMap((row) => row.cells);
  const notes: CodeFileNote[] = [];
  if (headerLine !== null && (rows[0]?.line ?? 0) < headerLine) notes.push('lines_above');
  if (cells.some(hasInvisible)) notes.push('invisible_characters');
  if (cells.some(isExcelText)) notes.push('excel_texts');
  return notes;
}
