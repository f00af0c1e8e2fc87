import type { ExportScope, TableName } from '../../../preload/contract';
import { matches } from '../../foundation/store/data-filter';
import type { RowCondition } from '../../vault/retention/totals';

/** The live rows of a table that an export takes. */
export function exportedRows(
  table: TableName,
  { filter, channels }: Pick<ExportScope, 'filter' | 'channels'>,
  nowMs: number,
): RowCondition {
  return (row) =>
    row.and([
      row('expires_at', '>', nowMs),
      matches(table, filter)(row),
      ...(channels === 'all'
        ? []
        : [row('channel', channels === 'preview' ? '=' : '!=', 'preview')]),
    ]);
}
