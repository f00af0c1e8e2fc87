import type { CodeColumns, CodeFileNote } from '../../../preload/contract';
import { cellText } from './cell-text';
import { roleKnown, roleNamed } from './header-names';
import type { RawRow } from './raw-rows';

/** A table's header is looked for among so many first rows. */
const HEADER_ROWS = 20;

export interface Header {
  readonly line: number;
  /** Whether its names are known; otherwise it only looks different from what is below. */
  readonly isKnown: boolean;
}

/** The line that names the columns; null where none does. Titles may stand above it. */
export function headerIn(rows: readonly RawRow[]): Header | null {
  let best: { line: number; known: number } | null = null;
  for (const { line, cells } of rows.slice(0, HEADER_ROWS)) {
    const known = namesIn(cells.map(cellText));
    if (known > (best?.known ?? 0)) best = { line, known };
  }
  const named = best && headerAt(rows, best);
  if (named) return named;
  const [first, ...others] = rows;
  const isDifferent = first !== undefined && others.length > 2 && looksDifferent(first, others);
  return isDifferent ? { line: first.line, isKnown: false } : null;
}

/** A list may hold codes that are words for codes: then what is below is called so, too. */
function headerAt(rows: readonly RawRow[], best: { line: number; known: number }): Header | null {
  const at = rows.findIndex(({ line }) => line === best.line);
  const names = rows[at]?.cells.map(cellText) ?? [];
  const column = names.findIndex((name) => roleNamed(name) === 'code');
  if (column < 0) return { line: best.line, isKnown: true };
  // Names of columns may come again, or those of a second table.
  const codes = rows.slice(at + 1).filter(({ cells }) => namesIn(cells.map(cellText)) < 3);
  const below = codes.map(({ cells }) => cellText(cells[column] ?? ''));
  if (shareOf(below, (text) => roleNamed(text) !== null) > 0.1) return null;
  const isKnown = best.known > 1 || shareOf(below, (text) => /\p{N}/u.test(text)) > 0.5;
  return { line: best.line, isKnown };
}

/** How many names of columns there are, more for one of codes; none where it may be a row like others. */
function namesIn(texts: readonly string[]): number {
  const roles = texts.map(roleNamed);
  const known = roles.filter((role) => role !== null).length;
  if (texts.some((text) => roleKnown(text) === 'code')) return known + 1;
  return roles.includes('code') || known > 1 ? known : 0;
}

/** Words without a digit above columns in which each cell has one. */
function looksDifferent(first: RawRow, others: readonly RawRow[]): boolean {
  const has = (text: string) => /\p{N}/u.test(text);
  if (first.cells.some(has)) return false;
  return first.cells.some(
    (cell, column) =>
      cellText(cell) !== '' &&
      shareOf(
        others.map((row) => row.cells[column] ?? ''),
        has,
      ) > 0.9,
  );
}

export interface Suggestion {
  readonly columns: CodeColumns;
  readonly notes: readonly CodeFileNote[];
}

/**
 * What the columns are, by their names and by what stands in them. The code is null unless it is plain
 * which it is: then its user has to say so.
 */
export function suggestRoles(header: RawRow | null, rows: readonly RawRow[]): Suggestion {
  const facts = factsOf(rows, header?.cells.length ?? 1);
  const roles = header?.cells.map((cell) => roleNamed(cellText(cell))) ?? [];
  const isKnown = (column: number) => roleKnown(cellText(header?.cells[column] ?? '')) !== null;
  const named = (role: string) => facts.filter(({ column }) => roles[column] === role);
  const code = codeColumn(facts, (column) => roles[column] ?? null);
  const only = (role: string): number | null => {
    const others = named(role).filter(({ column }) => column !== code);
    // What is called so and is no number is told by row, instead of being taken for once.
    const numeric = others.filter(({ isNumeric }) => isNumeric);
    const found = numeric.length > 0 ? numeric : others.filter(({ column }) => isKnown(column));
    return found.length === 1 ? (found[0]?.column ?? null) : null;
  };
  const isEach = header === null && looksLikeEachCell(facts);
  const notes: CodeFileNote[] = [];
  if (facts.some(({ isCounting }) => isCounting)) notes.push('counting_column');
  if (isEach) notes.push('each_cell');
  return {
    columns: { code: isEach ? null : code, uses: only('uses'), points: only('points') },
    notes,
  };
}

/** The one column that is it: by its name if what stands in it agrees, or else by that alone. */
function codeColumn(
  facts: readonly ColumnFacts[],
  roleOf: (column: number) => string | null,
): number | null {
  const named = facts.filter(({ column }) => roleOf(column) === 'code');
  const agreeing = named.filter(({ isPlausible }) => isPlausible);
  const others = facts.filter(({ column, isPlausible }) => isPlausible && roleOf(column) === null);
  const candidates = agreeing.length > 0 ? agreeing : [...named, ...others];
  return candidates.length === 1 ? (candidates[0]?.column ?? null) : null;
}

interface ColumnFacts {
  readonly column: number;
  readonly isPlausible: boolean;
  readonly isNumeric: boolean;
  /** The commonest length, and where signs stand in it. */
  readonly make: string;
  /** 1, 2, 3 and so on, from any number. */
  readonly isCounting: boolean;
  readonly share: number;
}

function factsOf(rows: readonly RawRow[], least: number): ColumnFacts[] {
  const width = rows.reduce((widest, { cells }) => Math.max(widest, cells.length), least);
  return Array.from({ length: width }, (_, column) => {
    const cells = rows.map((row) => cellText(row.cells[column] ?? ''));
    const values = cells.filter((value) => value !== '');
    const isCounting = counts(values);
    const share = values.length / Math.max(1, rows.length);
    // Where there is nothing else, codes may stand there more than once.
    const isDistinct = width === 1 || new Set(values).size > values.length * 0.9;
    const isPlausible =
      (share >= 0.5 || width === 1) &&
      isDistinct &&
      !isCounting &&
      shareOf(values, isUnlikeCode) < 0.2;
    return {
      column,
      isPlausible,
      isNumeric: shareOf(values, (value) => /^\d{1,7}(?:[.,]0+)?$/.test(value)) > 0.5,
      isCounting,
      make: commonest(values.map((value) => value.replaceAll(/[\p{L}\p{N}]/gu, '0'))),
      share,
    };
  });
}

function counts(values: readonly string[]): boolean {
  if (values.length < 2 || !values.every((value) => /^\d{1,7}\.?$/.test(value))) return false;
  return values.every(
    (value, index) =>
      index === 0 ||
      Number.parseInt(value, 10) === Number.parseInt(values[index - 1] ?? '', 10) + 1,
  );
}

/** Addresses, dates, amounts, web addresses, sentences, small numbers: nobody enters such a code. */
function isUnlikeCode(value: string): boolean {
  return (
    /^\S+@\S+\.\S+$/.test(value) ||
    /^\d{1,4}([./-])\d{1,2}\1\d{2,4}(?:[ T].*)?$/.test(value) ||
    /^[\d.,]+\s?[€$£%]$|^[€$£]\s?[\d.,]+$|^\d+[.,]\d{1,2}$/.test(value) ||
    /^https?:/i.test(value) ||
    /^\d{1,3}$/.test(value) ||
    value.split(/\s+/).length > 6
  );
}

/** Several codes in a line: all columns hold what looks like codes, of the same make. */
function looksLikeEachCell(facts: readonly ColumnFacts[]): boolean {
  const filled = facts.filter(({ share }) => share > 0);
  const plausible = filled.filter(({ isPlausible }) => isPlausible);
  const isOneMake = new Set(plausible.map(({ make }) => make)).size === 1;
  return (
    plausible.length > 1 &&
    isOneMake &&
    filled.every((each) => each.isPlausible || each.share < 0.5)
  );
}

function commonest(values: readonly string[]): string {
  const counted = new Map<string, number>();
  for (const value of values) counted.set(value, (counted.get(value) ?? 0) + 1);
  return [...counted].reduce((best, each) => (each[1] > best[1] ? each : best), ['', 0])[0];
}

function shareOf(values: readonly string[], test: (value: string) => boolean): number {
  return values.filter(test).length / Math.max(1, values.length);
}
