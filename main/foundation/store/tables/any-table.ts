import type { TableName } from '../../../../preload/contract';
import type { DataSchema } from '../schema';

/**
 * Kysely's types need one table, and every data table has the columns that shared queries use. This
 * is the one place where a table's declaration stands in for its type.
 */
export function anyTable(table: TableName): 'participations' {
  return table as keyof DataSchema as 'participations';
}
