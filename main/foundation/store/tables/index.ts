import type { TableName, TableView } from '../../../../preload/contract';
import { answers } from './answers';
import { codes } from './codes';
import { consents } from './consents';
import { customers } from './customers';
import type { Columns, DataTable } from './define-table';
import { files } from './files';
import { instantWins } from './instant-wins';
import { loyalty } from './loyalty';
import { participations } from './participations';
import { runtimeLog } from './runtime-log';
import { variables } from './variables';
import { winners } from './winners';

export const dataTables = {
  customers,
  participations,
  winners,
  consents,
  instant_wins: instantWins,
  codes,
  loyalty,
  variables,
  answers,
  files,
  runtime_log: runtimeLog,
} as const satisfies Record<TableName, DataTable>;

/** All tables, in the order of their tabs. */
export const allTables: readonly DataTable[] = Object.values(dataTables);

/** Columns that lists and files show: all but the contents of uploads. */
export function listedColumns(table: TableName): Columns {
  const columns: Columns = dataTables[table].columns;
  return Object.fromEntries(Object.entries(columns).filter(([, { kind }]) => kind !== 'bytes'));
}

export function columnNames(table: TableName): string[] {
  return Object.keys(listedColumns(table));
}

/** The columns that the search looks into; typed like those of a table of people. */
export function searchableColumns(table: TableName): 'email'[] {
  const columns: Columns = dataTables[table].columns;
  return Object.keys(columns).filter((name) => columns[name]?.searchable) as 'email'[];
}

export function columnViews(table: TableName): TableView['columns'] {
  return Object.entries(listedColumns(table)).map(([name, column]) => ({ name, ...column }));
}
