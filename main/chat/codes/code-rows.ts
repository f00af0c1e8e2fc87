import type { CodeColumns, CodeRowProblem } from '../../../preload/contract';
import { plainLine } from '../../foundation/text/clean-text';
import { codeKey } from '../claims/code-key';
import { cellText, damageOf } from './cell-text';
import type { RawRow } from './raw-rows';

export const MAX_CODE_LENGTH = 200;
const MAX_NUMBER = 1_000_000;

export interface GoodCode {
  readonly line: number;
  readonly code: string;
  /** The form in which it is compared. */
  readonly key: string;
  readonly maxUses: number;
  readonly points: number;
}

export type CodeRow = GoodCode | { readonly line: number; readonly problem: CodeRowProblem };

/** The codes of a row, by what its columns are; none of a row that is empty. */
export function codesOf(row: RawRow, columns: CodeColumns): CodeRow[] {
  const { line, cells, fault } = row;
  if (fault) return [{ line, problem: fault }];
  if (columns.code === 'each')
    return cells.flatMap((cell, column) => (isBlank(cell) ? [] : readCode(row, column, columns)));
  if (columns.code === null || cells.every(isBlank)) return [];
  return [readCode(row, columns.code, columns)];
}

function readCode(row: RawRow, column: number, columns: CodeColumns): CodeRow {
  const { line, cells, faults } = row;
  const code = cellText(cells[column] ?? '');
  const problem = faults?.get(column) ?? damageOf(code) ?? problemOf(code);
  if (problem) return { line, problem };
  const key = codeKey(code);
  if (key === '') return { line, problem: 'code_missing' };
  const maxUses = numberIn(row, columns.uses, { least: 1, missing: 1 });
  if (maxUses === null) return { line, problem: 'uses_invalid' };
  const points = numberIn(row, columns.points, { least: 0, missing: 0 });
  if (points === null) return { line, problem: 'points_invalid' };
  return { line, code, key, maxUses, points };
}

function problemOf(code: string): CodeRowProblem | null {
  if (code === '') return 'code_missing';
  if (code.includes('"')) return 'quotes';
  return code.length > MAX_CODE_LENGTH ? 'code_too_long' : null;
}

/** A whole number up to a million, however its digits look; null when the cell holds none. */
function numberIn(
  { cells, faults }: RawRow,
  column: number | null,
  { least, missing }: { least: number; missing: number },
): number | null {
  if (column === null) return missing;
  const cell = cells[column] ?? '';
  // As databases export what is not there.
  if (isBlank(cell) || /^(?:\\N|NULL)$/i.test(cell.trim())) return missing;
  // A spreadsheet may add a fraction of nothing.
  const text = plainLine(cellText(cell)).replace(/[.,]0{1,2}$/, '');
  const number = /^\d{1,7}$/.test(text) && !faults?.has(column) ? Number(text) : -1;
  return number >= least && number <= MAX_NUMBER ? number : null;
}

const isBlank = (cell: string): boolean => cell === '' || cell.trim() === '';
