import type { FileHandle } from 'node:fs/promises';
import type { ExportSelection } from '../../../preload/contract';
import { type Registration, writeTarget } from '../../foundation/files/target-file';
import type { LaneContext } from '../../foundation/operation/context';
import type { Store } from '../../foundation/store/database';
import { readSnapshot } from '../../foundation/store/snapshot';
import { writeVerifiedZip, type ZippedFile } from '../../foundation/zip/verified-zip';
import { recordAudit } from '../../vault/audit/audit-log';
import { Progress, type ReportedProgress } from './progress';
import {
  findEntry,
  type RegisterEntry,
  registerSaved,
  type StoredExport,
  takeBackSaved,
} from './register';

/** What writing an export takes, whatever is in it. */
export interface FileRequest {
  readonly selection: ExportSelection;
  readonly entry: RegisterEntry;
  readonly file: string;
  readonly password: string;
}

export interface ExportedFile {
  readonly rows: number;
  readonly bytes: number;
  /** Of the zip. */
  readonly sha256: string;
}

export type Writing = Pick<LaneContext<ReportedProgress>, 'store' | 'nowMs' | 'signal' | 'report'>;

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
  { store, nowMs, signal, report }: Writing,
  request: FileRequest,
  compose: (snapshot: Store) => Promise<Content>,
): Promise<ExportedFile> {
  const { file: target, password } = request;
  const write = (file: FileHandle) =>
    readSnapshot(store, async (snapshot) => {
      const { totalRows, filesOf } = await compose(snapshot);
      const progress = new Progress(totalRows, report);
      const zip = { files: filesOf(progress.wrote), password, nowMs, signal };
      const written = await writeVerifiedZip(file, { ...zip, onVerified: progress.verified });
      return { ...written, rows: progress.rows };
    });
  return writeTarget(store, target, write, registrationOf(store, request, nowMs));
}

function registrationOf(
  store: Store,
  { entry, selection, file }: FileRequest,
  nowMs: number,
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
