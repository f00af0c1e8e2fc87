import type { RelatedRows, RowView, TableName } from '../../preload/contract';
import { DataRows } from '../store/data-rows';
import type { Store } from '../store/database';
import { allTables } from '../store/tables';
import { anyTable } from '../store/tables/any-table';

const SHOWN_ROWS = 50;
/**
 * A conversation is over within days. There is no index by session, which would slow every deletion
 * down; by time, some ten thousand rows of a million are looked at.
 */
const LONGEST_SESSION_MS = 2 * 86_400_000;

/** What else the conversation of a row has left, in all tables. */
export async function relatedRows(
  store: Store,
  { table, row, nowMs }: { table: TableName; row: RowView; nowMs: number },
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
