import type { FileHandle } from 'node:fs/promises';
import type { ExportSelection } from '../../../preload/contract';
import { type Registration, writeTarget } from '../../foundation/files/target-file';
import type { LaneContext } from '../../foundation/operation/context';
import type { Store } from '../../foundation/store/database';
import { readSnapshot } from '../../foundation/store/snapshot';
import { writeVerifiedZip, type ZippedFile } from '../../foundation/zip/verified-zip';
import { recordAudit } from '../../vault/audit/audit-log';
import { type Claim, type Permit, requireAllowed } from './allowance';
import { Progress, type ReportedProgress } from './progress';
import {
  type RegisterEntry,
  type Release,
  readRelease,
  registerSaved,
  takeBackSaved,
} from './register-saved';

/** What writing an export takes, whatever is in it. */
export interface FileRequest {
  readonly selection: ExportSelection;
  readonly entry: RegisterEntry;
  readonly permit: Permit;
  /** What is believed of the clock; see {@link Claim}. */
  readonly trustedMs: number;
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
  /** Puts the files into one; an encrypted zip where nothing else is said. */
  readonly write?: typeof writeVerifiedZip;
}

/** What is entered beside the register, in the same transaction, and taken back with it. */
export interface Beside {
  enter(transaction: Store, exported: ExportedFile): Promise<void>;
  takeBack(transaction: Store): Promise<void>;
}

/**
 * Writes files into an encrypted one, reads it back, records it, and only then gives it its name:
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
  beside?: Beside,
): Promise<ExportedFile> {
  const { file: target, password } = request;
  const write = (file: FileHandle) =>
    readSnapshot(store, async (snapshot) => {
      const { totalRows, filesOf, write: pack = writeVerifiedZip } = await compose(snapshot);
      await requireAllowed(snapshot, claimOf(request, totalRows, nowMs));
      const progress = new Progress(totalRows, report);
      const zip = { files: filesOf(progress.wrote), password, nowMs, signal };
      const written = await pack(file, { ...zip, onVerified: progress.verified });
      return { ...written, rows: progress.rows };
    });
  return writeTarget(store, target, write, registrationOf(store, request, nowMs, beside));
}

function claimOf(
  { permit, entry: { id, user }, trustedMs }: FileRequest,
  rows: number,
  nowMs: number,
): Claim {
  return { permit, id, userId: user.id, rows, nowMs, trustedMs };
}

/** In one transaction: whether the file may be exported is looked at where that is used up. */
function registrationOf(
  store: Store,
  request: FileRequest,
  nowMs: number,
  beside?: Beside,
): Registration<ExportedFile> {
  const { entry, selection, permit, file } = request;
  const { tables, level } = selection;
  let release: Release | null = null;
  return {
    enter: (exported) =>
      store.transaction().execute(async (transaction) => {
        const { rows, sha256 } = exported;
        await requireAllowed(transaction, claimOf(request, rows, nowMs));
        release = permit === 'released' ? await readRelease(transaction, entry.id, nowMs) : null;
        await registerSaved(transaction, entry, { selection, permit, file, ...exported }, nowMs);
        const details = { export: entry.id, table: tables.join(', '), level, rows, sha256 };
        await recordAudit(transaction, entry.user, nowMs, 'export.saved', details);
        await beside?.enter(transaction, exported);
      }),
    takeBack: () =>
      store.transaction().execute(async (transaction) => {
        await takeBackSaved(transaction, entry, release, nowMs);
        await beside?.takeBack(transaction);
      }),
  };
}
