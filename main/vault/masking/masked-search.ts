import { AppError, type DataFilter, type TableName } from '../../../preload/contract';
import { bareAddress } from '../../foundation/person/email-marks';
import { dataTables, searchableColumns } from '../../foundation/store/tables';
import type { Columns } from '../../foundation/store/tables/define-table';

/** Whether a column of a table is shown in the clear. */
export type IsRevealed = (table: TableName, column: string) => boolean;

/** Something before an at sign, and something after it. */
const WHOLE_ADDRESS = /^[^\s@]+@[^\s@]+$/;

/** Whether a text can be an address as a whole: a part of one tells who guesses on what comes next. */
export const isWholeAddress = (text: string): boolean => WHOLE_ADDRESS.test(bareAddress(text));

/**
 * A filter that finds out nothing that is masked: the search looks into columns that are shown in the
 * clear in each of the tables, or finds rows by their address as a whole, whatever else holds it.
 *
 * @throws AppError `data.masked_search` where neither is possible.
 */
export function maskedFilter(
  tables: readonly TableName[],
  filter: DataFilter,
  isRevealed: IsRevealed,
): DataFilter {
  const { search, searchIn, ...rest } = filter;
  if (search === undefined) return rest;
  const among = new Set(tables.flatMap((table): string[] => searchableColumns(table)));
  const open = [...among].filter(
    (column) =>
      (searchIn?.includes(column) ?? true) &&
      tables.every((table) => !isSearchable(table, column) || isRevealed(table, column)),
  );
  const isOpen = open.length > 0 && (open.length === among.size || open.includes('email'));
  if (!isOpen && isWholeAddress(search)) return { ...rest, address: search };
  if (open.length === 0) throw new AppError('data.masked_search');
  return { ...rest, search, searchIn: open };
}

const isSearchable = (table: TableName, column: string): boolean =>
  searchableColumns(table).some((name) => name === column);

/** Whether a column holds personal values; false of what is no column. */
export function isPersonal(table: TableName, column: string): boolean {
  const columns: Columns = dataTables[table].columns;
  return Object.hasOwn(columns, column) && columns[column]?.personal === true;
}
