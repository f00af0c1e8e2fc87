import type { TableName, TableView } from '../../../preload/contract';
import { customers } from './customers';
import type { DataTable } from './define-table';
import { participations } from './participations';
import { runtimeLog } from './runtime-log';
import { variables } from './variables';
import { winners } from './winners';

export const dataTables = {
  customers,
  participations,
  winners,
  variables,
  runtime_log: runtimeLog,
} as const satisfies Record<TableName, DataTable>;

/** All tables, in the order of their tabs. */
export const allTables: readonly DataTable[] = Object.values(dataTables);

export function columnNames(table: TableName): string[] {
  return Object.keys(dataTables[table].columns);
}

export function columnViews(table: TableName): TableView['columns'] {
  return Object.entries(dataTables[table].columns).map(([name, column]) => ({ name, ...column }));
}
