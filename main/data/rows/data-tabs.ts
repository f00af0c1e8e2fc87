import type { TableView } from '../../../preload/contract';
import type { LaneContext } from '../../foundation/operation/context';
import { DataRows } from '../../foundation/store/data-rows';
import { allTables, columnViews } from '../../foundation/store/tables';

/** The tabs, in order, with how many live rows each has. */
export async function dataTabs({
  store,
  nowMs,
}: Pick<LaneContext, 'store' | 'nowMs'>): Promise<TableView[]> {
  const rows = await new DataRows(store).countAll(nowMs);
  const tabs = allTables.filter(({ tab }) => tab);
  return tabs.map(({ name }) => ({ name, columns: columnViews(name), rows: rows[name] }));
}
