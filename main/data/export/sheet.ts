import type { ExportFormat } from '../../../preload/contract';
import type { ZippedFile } from '../../foundation/zip/verified-zip';
import { CELL_END, CsvEncoder, type EncodedColumn } from './csv-encoder';
import type { CellChunk } from './table-cells';
import { workbookFile } from './workbook-file';

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

/** A sheet as a file in the zip, in the format that was chosen. */
export function sheetFile(sheet: Sheet, format: ExportFormat, watch: Watch = {}): ZippedFile {
  return format.file === 'xlsx'
    ? workbookFile(sheet, format.timeZone, watch)
    : csvFile(sheet, format, watch);
}

function csvFile({ name, columns, chunks }: Sheet, format: ExportFormat, watch: Watch): ZippedFile {
  return {
    name: `${name}.csv`,
    content: async function* () {
      const encoder = new CsvEncoder(columns, format);
      yield encoder.header();
      for await (const { rows, cells } of chunks()) {
        yield encoder.encode(cells, rows);
        watch.onRows?.(rows);
      }
    },
  };
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

const END = Buffer.of(CELL_END);

/** As {@link CellChunk} has them. */
export function cellsOf(texts: readonly string[]): Buffer {
  return Buffer.concat(texts.flatMap((text) => [Buffer.from(text), END]));
}
