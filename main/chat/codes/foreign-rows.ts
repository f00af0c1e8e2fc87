import type { CodeColumns, CodeRowProblem } from '../../../preload/contract';
import { cellText } from './cell-text';
import { roleKnown } from './header-names';
import type { RawRow } from './raw-rows';

/** What stands before a total, in the languages of spreadsheets. */
const TOTAL =
  /^(?:(?:grand|sub)[ -]?)?(?:total|totals|totale|totaal|totalt|summe|gesamt|gesamtsumme|gesamtergebnis|zwischensumme|summa|suma|soma|somme|sum|razem|celkem|итого|всего|合計|总计|小计|합계)(?:\s*[:=].*|\s+\([^()]*\))?$/iu;

/** Rows in which a word stands that is a name elsewhere, such as `coupon` or `used`. */
const RECENT = 200;

/**
 * Finds rows that are no codes since they are about the table: totals below it, names of columns that
 * come again, and whatever a second table holds whose columns are not those of the first.
 */
export class ForeignRows {
  readonly #columns: CodeColumns;
  #isOther = false;
  #rows = 0;
  #withDigit = 0;
  readonly #recent: (readonly string[])[] = [];

  constructor(columns: CodeColumns) {
    this.#columns = columns;
  }

  /** Why the row is none of the table's; null where it is. Rows come in their order. */
  problemOf({ cells }: RawRow): CodeRowProblem | null {
    const { code } = this.#columns;
    if (typeof code !== 'number') return null;
    const text = cellText(cells[code] ?? '');
    if (this.#hasNames(cells, text)) {
      this.#isOther = roleKnown(text) !== 'code';
      return 'other_table';
    }
    if (this.#isOther) return 'other_table';
    if (TOTAL.test(text) && this.#withDigit > this.#rows / 2) return 'total';
    this.#recent[this.#rows % RECENT] = cells;
    this.#rows += 1;
    if (/\p{N}/u.test(text)) this.#withDigit += 1;
    return null;
  }

  /** Several names of columns, one of them of codes, none of which stood in its column just before. */
  #hasNames(cells: readonly string[], text: string): boolean {
    if (this.#rows === 0 || this.#withDigit <= this.#rows / 2 || /\p{N}/u.test(text)) return false;
    const filled = cells.filter((cell) => cell.trim() !== '');
    if (filled.some((cell) => /\p{N}/u.test(cell))) return false;
    const named = cells.flatMap((cell, column) => {
      const role = cell.length > 60 ? null : roleKnown(cellText(cell));
      return role === null ? [] : [{ role, cell, column }];
    });
    const isNew = named.every(({ cell, column }) =>
      this.#recent.every((row) => row[column] !== cell),
    );
    return (
      isNew &&
      named.some(({ role }) => role === 'code') &&
      named.length > 1 &&
      named.length > filled.length / 2
    );
  }
}
