import type { RelatedRows, RowView, TableName } from '../../../preload/contract';
import type { LaneContext } from '../../foundation/operation/context';
import { task } from '../../foundation/operation/task';
import { DataRows } from '../../foundation/store/data-rows';
import { allTables } from '../../foundation/store/tables';
import { anyTable } from '../../foundation/store/tables/any-table';
import { DAY_MS } from '../../foundation/time';

const SHOWN_ROWS = 50;
/**
 * A conversation is over within days. There is no index by session, which would slow every deletion
 * down; by time, some ten thousand rows of a million are looked at.
 */
const LONGEST_SESSION_MS = 2 * DAY_MS;

interface RowOf {
  readonly table: TableName;
  readonly row: RowView;
}

/** What else the conversation of a row has left, in all tables. */
export const relatedRowsTask = task<RowOf, RelatedRows[]>('data.relatedRows', 'list', relatedRows);

async function relatedRows(
  { store, nowMs }: LaneContext,
  { table, row }: RowOf,
): Promise<RelatedRows[]> {
  const session = row.cells.session_id;
  const createdAt = Number(row.cells.created_at);
  if (typeof session !== 'string') return [];
  const related: RelatedRows[] = [];
  for (const { name } of allTables.filter(({ tab }) => tab)) {
    const found = await store
      .selectFrom(anyTable(name))
      .select('id')
      .where('created_at', '>', createdAt - LONGEST_SESSION_MS)
      .where('created_at', '<', createdAt + LONGEST_SESSION_MS)
      .where('session_id', '=', session)
      .where('expires_at', '>', nowMs)
      .orderBy('created_at')
      .orderBy('id')
      .execute();
    const ids = found.map(({ id }) => id).filter((id) => name !== table || id !== row.id);
    if (ids.length === 0) continue;
    const rows = await new DataRows(store).byIds(name, ids.slice(0, SHOWN_ROWS), nowMs);
    related.push({ table: name, rows: rows.filter((each) => each !== null), total: ids.length });
  }
  return related;
}
