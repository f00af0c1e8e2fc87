import { AppError, type CodeRowProblem, MAX_CODE_COLUMNS } from '../../../../preload/contract';
import type { RawRow } from '../raw-rows';
import { dayOf, maskedNumber, numberText } from './number-text';
import type { Workbook } from './sheets';
import { type Attributes, unescaped } from './xml';
import { parsePieces } from './xml-pieces';

/** As many as a sheet can have. */
const MAX_ROWS = 1_048_576;
/** A text of more is no cell of a spreadsheet. */
const MAX_CELL = 32_767;

/** A formula that no program has worked out yet. */
const NOT_CALCULATED = 'f';

export interface SheetCell {
  readonly column: number;
  readonly type: string;
  readonly style: number;
  readonly text: string;
}

export interface SheetRow {
  readonly line: number;
  readonly isHidden: boolean;
  readonly cells: readonly SheetCell[];
}

/** The rows of a sheet that have cells, as they are stored, some at once. */
export async function* sheetRows(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<SheetRow[]> {
  const reader = new SheetReader();
  for await (const _ of parsePieces(pieces, reader)) {
    const rows = reader.take();
    if (rows.length > 0) yield rows;
  }
}

class SheetReader {
  #rows: SheetRow[] = [];
  #count = 0;
  #line = 0;
  #isRow = false;
  #isHidden = false;
  #cells: SheetCell[] = [];
  #cell = { column: -1, type: '', style: -1 };
  #text = '';
  /** The value or the text in a cell; formulas are passed over. */
  #isValue = false;
  #isPhonetic = false;
  #isFormula = false;

  take(): SheetRow[] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  onOpenTag = (name: string, attributes: Attributes): void => {
    if (name === 'row') {
      this.#line = attributes.r === undefined ? this.#line + 1 : Number(attributes.r);
      if (!Number.isInteger(this.#line) || this.#line < 1 || this.#line > MAX_ROWS)
        throw new AppError('codes.workbook_damaged');
      this.#isRow = true;
      this.#isHidden = attributes.hidden === '1' || attributes.hidden === 'true';
      this.#cells = [];
      this.#cell.column = -1;
    } else if (name === 'c') {
      const { r, t = 'n', s } = attributes;
      const column = r === undefined ? this.#cell.column + 1 : columnOf(r);
      this.#cell = { column, type: t, style: s === undefined ? -1 : Number(s) };
      this.#text = '';
      this.#isFormula = false;
    } else if (name === 'v' || name === 't') this.#isValue = true;
    else if (name === 'f') this.#isFormula = true;
    else if (name === 'rPh') this.#isPhonetic = true;
  };

  onText = (text: string): void => {
    if (!this.#isValue || this.#isPhonetic) return;
    this.#text += text;
    if (this.#text.length > MAX_CELL * 2) throw new AppError('codes.workbook_damaged');
  };

  onCloseTag = (name: string): void => {
    if (name === 'v' || name === 't') this.#isValue = false;
    else if (name === 'rPh') this.#isPhonetic = false;
    else if (name === 'c') this.#endCell();
    else if (name === 'row' && this.#isRow) {
      this.#isRow = false;
      if (this.#cells.length === 0) return;
      if (++this.#count > MAX_ROWS) throw new AppError('codes.workbook_too_large');
      this.#rows.push({ line: this.#line, isHidden: this.#isHidden, cells: this.#cells });
      this.#cells = [];
    }
  };

  #endCell(): void {
    if (this.#cell.column >= MAX_CODE_COLUMNS) return;
    if (this.#text !== '') this.#cells.push({ ...this.#cell, text: this.#text });
    else if (this.#isFormula && this.#cell.type !== 'str')
      this.#cells.push({ ...this.#cell, type: NOT_CALCULATED, text: '=' });
  }
}

/** From 0: `C12` stands in the column 2. */
function columnOf(reference: string): number {
  let column = 0;
  for (const letter of reference) {
    const value = letter.charCodeAt(0) - 64;
    if (value < 1 || value > 26) break;
    column = column * 26 + value;
  }
  return column > 0 ? column - 1 : MAX_CODE_COLUMNS;
}

/** A row as it would be written by hand: texts, whole numbers without an exponent, days. */
export function rawRow(row: SheetRow, workbook: Workbook, strings: readonly string[]): RawRow {
  const cells: string[] = [];
  const faults = new Map<number, CodeRowProblem>();
  for (const cell of row.cells) {
    const { text, fault } = shown(cell, workbook, strings);
    while (cells.length < cell.column) cells.push('');
    cells[cell.column] = text;
    if (fault) faults.set(cell.column, fault);
  }
  const { line, isHidden } = row;
  return { line, cells, ...(isHidden && { isHidden }), ...(faults.size > 0 && { faults }) };
}

function shown(
  { type, style, text }: SheetCell,
  { styles, is1904 }: Workbook,
  strings: readonly string[],
): { text: string; fault?: CodeRowProblem } {
  switch (type) {
    case NOT_CALCULATED:
      return { text, fault: 'formula_error' };
    case 's':
      return { text: strings[Number(text)] ?? '' };
    case 'inlineStr':
    case 'str':
      return { text: unescaped(text) };
    case 'b':
      return { text: text === '1' ? 'TRUE' : 'FALSE' };
    case 'e':
      return { text, fault: 'formula_error' };
    case 'd':
      return { text, fault: 'date' };
    default: {
      const format = styles[style];
      if (format?.isDate) return { text: dayOf(text, is1904), fault: 'date' };
      const number = numberText(text);
      if (number.isRounded) return { text: number.text, fault: 'rounded_number' };
      return { text: maskedNumber(number.text, format?.format ?? '') ?? number.text };
    }
  }
}
