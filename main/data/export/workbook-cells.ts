import { crc32 } from 'node:zlib';

/** A cell of a workbook; a time is the local one, as if it were UTC. */
export type SheetCell = string | number | Date | null;

/** Between cells, in what is summed; XML has no place for it. */
const BETWEEN = '\u001F';

/** Tells rows from all others, in their order. */
export class RowSum {
  rows = 0;
  #sum = 0;

  add(cells: readonly SheetCell[]): void {
    this.rows++;
    this.#sum = crc32(`${cells.map(textOf).join(BETWEEN)}\n`, this.#sum);
  }

  equals(other: RowSum): boolean {
    return this.rows === other.rows && this.#sum === other.#sum;
  }
}

function textOf(cell: SheetCell): string {
  if (cell === null) return '';
  return cell instanceof Date ? String(cell.getTime()) : String(cell);
}
