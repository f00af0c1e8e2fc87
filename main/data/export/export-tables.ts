import { AppError } from '../../../preload/contract';
import { dictionaryFile } from './data-dictionary';
import { exportedColumns, newPseudonyms } from './export-columns';
import { countExported, exportedRows } from './exported-rows';
import { tableFile } from './table-file';
import {
  type Content,
  type ExportedFile,
  type FileRequest,
  type Writing,
  writeExport,
} from './write-export';

export interface TablesRequest extends FileRequest {
  /** Refuses more rows than these: a second user has to release them. */
  readonly maxRows: number | null;
  /** They are as many as a second user has released. */
  readonly isReleased: boolean;
}

/**
 * Writes tables as CSV, with what their columns mean. Rows that have expired are left out.
 *
 * @throws AppError `export.release_needed`, `export.release_outgrown`, and what writing the file
 * throws
 */
export function exportTables(context: Writing, request: TablesRequest): Promise<ExportedFile> {
  return writeExport(context, request, async (snapshot) => {
    const { selection } = request;
    const { nowMs } = context;
    const totalRows = await countExported(snapshot, selection, nowMs);
    requireAllowed(totalRows, request);
    const pseudonymise = newPseudonyms();
    const { tables, level, format } = selection;
    const filesOf: Content['filesOf'] = (onRows) => [
      ...tables.map((table) => {
        const columns = exportedColumns(table, level, pseudonymise);
        const which = exportedRows(table, selection, nowMs);
        return tableFile(snapshot, { table, columns, which, format, onRows });
      }),
      dictionaryFile(selection),
    ];
    return { totalRows, filesOf };
  });
}

function requireAllowed(rows: number, { maxRows, isReleased }: TablesRequest): void {
  if (maxRows === null || rows <= maxRows) return;
  const code = isReleased ? 'export.release_outgrown' : 'export.release_needed';
  throw new AppError(code, { rows, limit: maxRows });
}
