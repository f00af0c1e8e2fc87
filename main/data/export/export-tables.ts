import type { TableName } from '../../../preload/contract';
import type { RowCondition } from '../../vault/retention/totals';
import { dictionaryFile } from './data-dictionary';
import { exportedColumns, newPseudonyms } from './export-columns';
import { countRows, exportedRows } from './exported-rows';
import { foundRows, isSearched } from './found-rows';
import { tableFile } from './table-file';
import {
  type Content,
  type ExportedFile,
  type FileRequest,
  type Writing,
  writeExport,
} from './write-export';

/**
 * Writes tables as CSV, with what their columns mean. Rows that have expired are left out, and where a
 * search was released, all but those that it had found then.
 *
 * @throws AppError as {@link requireAllowed}, and what writing the file throws
 */
export function exportTables(context: Writing, request: FileRequest): Promise<ExportedFile> {
  return writeExport(context, request, async (snapshot) => {
    const { selection, permit, entry } = request;
    const { nowMs } = context;
    const isOfFound = permit === 'released' && isSearched(selection);
    const which = (table: TableName): RowCondition =>
      isOfFound ? foundRows(table, entry.id, nowMs) : exportedRows(table, selection, nowMs);
    const pseudonymise = newPseudonyms();
    const { tables, level, format } = selection;
    const filesOf: Content['filesOf'] = (onRows) => [
      ...tables.map((table) => {
        const columns = exportedColumns(table, level, pseudonymise);
        return tableFile(snapshot, { table, columns, which: which(table), format, onRows });
      }),
      dictionaryFile(selection),
    ];
    return { totalRows: await countRows(snapshot, tables, which), filesOf };
  });
}
