import type { PersonSummary } from '../../preload/contract';

/** How many rows all tables hold about the person. */
export function rowsIn({ tables }: PersonSummary): number {
  return tables.reduce((sum, { rows }) => sum + rows, 0);
}
