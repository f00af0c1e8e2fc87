import type { TableName } from '../../../preload/contract';
import { listedColumns } from '../../foundation/store/tables';
import type { Columns } from '../../foundation/store/tables/define-table';

/** What an answer tells of a table: who of the staff has entered something is not about the person. */
export function answeredColumns(table: TableName): Columns {
  return Object.fromEntries(Object.entries(listedColumns(table)).filter(([, { staff }]) => !staff));
}
