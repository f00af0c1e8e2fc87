import type { TableName } from '../../preload/contract';

/** A row of a data table. */
export interface RowReference {
  readonly table: TableName;
  readonly id: number;
}
