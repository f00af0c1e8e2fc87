import type { FileHandle } from 'node:fs/promises';
import { AppError, type ExportSelection } from '../../preload/contract';
import { recordAudit } from '../audit/audit-log';
import type { Store } from '../store/database';
import { readSnapshot } from '../store/snapshot';
import { dictionaryFile } from './data-dictionary';
import { exportedColumns, newPseudonyms } from './export-columns';
import { countExported, exportedRows } from './exported-rows';
import { Progress, type ReportedProgress } from './progress';
import {
  findEntry,
  type RegisterEntry,
  registerSaved,
  type StoredExport,
  takeBackSaved,
} from './register';
import { tableFile } from './table-file';
import { type Registration, writeTarget } from './target-file';
import { writeVerifiedZip, type ZippedFile } from './verified-zip';

export interface ExportRequest {
  readonly selection: ExportSelection;
  /** Rows that have expired by then are left out. */
  readonly nowMs: number;
  /** Refuses more rows than these: a second user has to release them. */
  readonly maxRows: number | null;
  /** They are as many as a second user has released. */
  readonly isReleased?: boolean;
  readonly entry: RegisterEntry;
  readonly file: string;
  readonly password: string;
  readonly signal: AbortSignal;
  readonly report: (progress: ReportedProgress) => void;
}

export interface ExportedFile {
  readonly rows: number;
  readonly bytes: number;
  /** Of the zip. */
  readonly sha256: string;
}

/** Writes tables as CSV, with what their columns mean. */
export function exportTables(store: Store, request: ExportRequest): Promise<ExportedFile> {
  return writeExport(store, request, async (snapshot) => {
    const { selection, nowMs } = request;
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

/** What goes into the zip; `onRows` is told of the rows as they are written. */
export interface Content {
  readonly totalRows: number;
  readonly filesOf: (onRows: (rows: number) => void) => readonly ZippedFile[];
}

/**
 * Writes files into an encrypted zip, reads it back, records it, and only then gives it its name:
 * there is no export that register and audit log do not know of, and none takes the place of another
 * file in vain.
 *
 * @param compose reads everything from the snapshot: as it is at one moment, whatever is written
 * meanwhile.
 */
export async function writeExport(
  store: Store,
  request: Omit<ExportRequest, 'maxRows'>,
  compose: (snapshot: Store) => Promise<Content>,
): Promise<ExportedFile> {
  const write = (file: FileHandle) =>
    readSnapshot(store, async (snapshot) => {
      const { nowMs, password, signal, report } = request;
      const { totalRows, filesOf } = await compose(snapshot);
      const progress = new Progress(totalRows, report);
      const zip = { files: filesOf(progress.wrote), password, nowMs, signal };
      const written = await writeVerifiedZip(file, { ...zip, onVerified: progress.verified });
      return { ...written, rows: progress.rows };
    });
  return writeTarget(store, request.file, write, registrationOf(store, request));
}

function requireAllowed(rows: number, { maxRows, isReleased }: ExportRequest): void {
  if (maxRows === null || rows <= maxRows) return;
  const code = isReleased ? 'export.release_outgrown' : 'export.release_needed';
  throw new AppError(code, { rows, limit: maxRows });
}

function registrationOf(
  store: Store,
  { entry, selection, nowMs, file }: Omit<ExportRequest, 'maxRows'>,
): Registration<ExportedFile> {
  const { tables, level } = selection;
  let before: StoredExport | undefined;
  return {
    enter: (exported) =>
      store.transaction().execute(async (transaction) => {
        before = await findEntry(transaction, entry.id);
        await registerSaved(transaction, entry, { selection, file, ...exported }, nowMs);
        const { rows, sha256 } = exported;
        const details = { export: entry.id, table: tables.join(', '), level, rows, sha256 };
        await recordAudit(transaction, entry.user, nowMs, 'export.saved', details);
      }),
    takeBack: () => takeBackSaved(store, entry, before, nowMs),
  };
}
