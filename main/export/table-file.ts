import type { ExportSelection, TableName } from '../../preload/contract';
import type { Store } from '../store/database';
import { CsvEncoder } from './csv-encoder';
import { exportedColumns, type Pseudonymise } from './export-columns';
import { exportedRows } from './exported-rows';
import { readCells } from './table-cells';
import type { ZippedFile } from './verified-zip';

interface Options {
  readonly table: TableName;
  readonly selection: ExportSelection;
  readonly nowMs: number;
  readonly pseudonymise: Pseudonymise;
  readonly onRows: (rows: number) => void;
}

/** A table as a CSV file in the zip. */
export function tableFile(
  store: Store,
  { table, selection, nowMs, pseudonymise, onRows }: Options,
): ZippedFile {
  const columns = exportedColumns(table, selection.level, pseudonymise);
  const which = exportedRows(table, selection, nowMs);
  return {
    name: `${table}.csv`,
    content: async function* () {
      const encoder = new CsvEncoder(columns, selection.format);
      yield encoder.header();
      const source = { table, columns: columns.map(({ name }) => name), which };
      for await (const { rows, cells } of readCells(store, source)) {
        yield encoder.encode(cells, rows);
        onRows(rows);
      }
    },
  };
}
