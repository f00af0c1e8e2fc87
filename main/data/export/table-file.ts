import type { CsvFormat, TableName } from '../../../preload/contract';
import type { Store } from '../../foundation/store/database';
import type { ZippedFile } from '../../foundation/zip/verified-zip';
import type { RowCondition } from '../../vault/retention/totals';
import { CsvEncoder, type EncodedColumn } from './csv-encoder';
import { readCells } from './table-cells';

interface Options {
  readonly table: TableName;
  readonly columns: readonly EncodedColumn[];
  readonly which: RowCondition;
  readonly format: CsvFormat;
  readonly onRows: (rows: number) => void;
}

/** A table as a CSV file in the zip. */
export function tableFile(
  store: Store,
  { table, columns, which, format, onRows }: Options,
): ZippedFile {
  return {
    name: `${table}.csv`,
    content: async function* () {
      const encoder = new CsvEncoder(columns, format);
      yield encoder.header();
      const source = { table, columns: columns.map(({ name }) => name), which };
      for await (const { rows, cells } of readCells(store, source)) {
        yield encoder.encode(cells, rows);
        onRows(rows);
      }
    },
  };
}
