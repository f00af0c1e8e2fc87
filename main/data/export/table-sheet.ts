import type { TableName } from '../../../preload/contract';
import type { Store } from '../../foundation/store/database';
import type { RowCondition } from '../../vault/retention/totals';
import type { EncodedColumn } from './csv-encoder';
import type { Sheet } from './sheet';
import { readCells } from './table-cells';

interface Options {
  readonly table: TableName;
  readonly columns: readonly EncodedColumn[];
  readonly which: RowCondition;
}

/** A table with a row for each of its rows. */
export function tableSheet(store: Store, { table, columns, which }: Options): Sheet {
  const source = { table, columns: columns.map(({ name }) => name), which };
  return { name: table, columns, chunks: () => readCells(store, source) };
}
