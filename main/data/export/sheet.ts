import { CELL_END, type EncodedColumn } from './csv-encoder';
import type { CellChunk } from './table-cells';

/** Rows under named columns: what becomes a CSV file or a workbook. */
export interface Sheet {
  /** Of the file, without its ending; nothing personal. */
  readonly name: string;
  readonly columns: readonly EncodedColumn[];
  readonly chunks: () => AsyncIterable<CellChunk>;
}

export interface Watch {
  /** Told how many rows were written just now. */
  readonly onRows?: (rows: number) => void;
  /** Told of a cell that is too long for a workbook and was cut. */
  readonly onCut?: (sheet: string, column: string) => void;
}

/** Counts the cells that were cut, to be told in the data dictionary. */
export function cutCells() {
  const counts = new Map<string, number>();
  return {
    note: (sheet: string, column: string): void => {
      const key = JSON.stringify([sheet, column]);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    },
    list: () =>
      [...counts].map(([key, cells]) => {
        const [sheet, column] = JSON.parse(key) as [string, string];
        return { sheet, column, cells };
      }),
  };
}
export type CutCells = ReturnType<typeof cutCells>;

/** Few rows that are in memory, as texts. */
export function textSheet(
  name: string,
  header: readonly string[],
  rows: () => readonly (readonly string[])[],
): Sheet {
  return {
    name,
    columns: header.map((title) => ({ name: title, kind: 'text' })),
    chunks: async function* () {
      const lines = rows();
      yield { rows: lines.length, cells: cellsOf(lines.flat()) };
    },
  };
}

/** A character of UTF-16 has three bytes of UTF-8 at most. */
const BYTES_PER_CHARACTER = 3;

/** As {@link CellChunk} has them. */
export function cellsOf(texts: readonly string[]): Buffer {
  const characters = texts.reduce((sum, { length }) => sum + length, 0);
  const cells = Buffer.allocUnsafe(characters * BYTES_PER_CHARACTER + texts.length);
  let at = 0;
  for (const text of texts) {
    if (text !== '') at += cells.write(text, at);
    cells[at++] = CELL_END;
  }
  return cells.subarray(0, at);
}
