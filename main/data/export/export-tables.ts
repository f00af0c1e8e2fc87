import type { TableName } from '../../../preload/contract';
import type { RowCondition } from '../../vault/retention/totals';
import { countRows } from './count-rows';
import { dictionaryFile, tableLines } from './data-dictionary';
import { exportedColumns, newPseudonyms } from './export-columns';
import { exportedRows } from './exported-rows';
import { foundRows, isSearched } from './found-rows';
import { composeParticipants } from './participants/compose-participants';
import { cutCells } from './sheet';
import { sheetFile } from './sheet-file';
import { tableSheet } from './table-sheet';
import {
  type Content,
  type ExportedFile,
  type FileRequest,
  type Writing,
  writeExport,
} from './write-export';

/**
 * Writes rows, in one of the forms, with what their columns mean. Rows that have expired are left out,
 * and where a search was released, all but those that it had found then.
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
    if (selection.form === 'participants') {
      return composeParticipants(snapshot, selection, which, context);
    }
    const pseudonymise = newPseudonyms();
    const { tables, level, format } = selection;
    const filesOf: Content['filesOf'] = (onRows) => {
      const cuts = cutCells();
      return [
        ...tables.map((table) => {
          const columns = exportedColumns(table, level, pseudonymise);
          const sheet = tableSheet(snapshot, { table, columns, which: which(table) });
          return sheetFile(sheet, format, { onRows, onCut: cuts.note });
        }),
        dictionaryFile(tableLines(selection), selection, cuts),
      ];
    };
    return { totalRows: await countRows(snapshot, tables, which), filesOf };
  });
}
