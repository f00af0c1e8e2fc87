import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import {
  AppError,
  type ImportPreview,
  type Output,
  type ProblemCounts,
  type StoredRows,
  type TableName,
} from '../../preload/contract';
import { type Actor, recordAudit } from '../audit/audit-log';
import type { Deletion } from '../retention/deletions';
import type { Store } from '../store/database';
import type { WorkerClient } from '../worker/client';
import { addExperience } from './copies';
import { fileNameFor } from './file-name';
import { publishedInto } from './neighbours';

export interface LibraryPorts {
  readonly store: Store;
  readonly worker: Pick<WorkerClient, 'run'>;
  readonly nowMs: () => number;
  /** The time to delete rows by. @throws AppError `retention.clock_ahead` */
  readonly deletionMs: () => number;
  readonly actor: () => Actor;
  /** Asks where to save; null when the dialog is dismissed. */
  readonly chooseFile: (suggestedName: string) => Promise<string | null>;
  /** Asks for the file to import; null when the dialog is dismissed. */
  readonly chooseExperience: () => Promise<string | null>;
  /** Rows are gone from these tables. */
  readonly onRowsDeleted: (tables: TableName[]) => Promise<void>;
}

/** What users do with whole experiences: copy, archive, delete, export and import them. */
export class Library {
  readonly #ports: LibraryPorts;
  /** The file that was read last; nothing of it is stored before the user has seen what it is. */
  #read: { readonly ticket: string; readonly draft: string } | null = null;

  constructor(ports: LibraryPorts) {
    this.#ports = ports;
  }

  problemCounts(): Promise<Record<string, ProblemCounts>> {
    return this.#ports.worker.run('problemCounts', null);
  }

  /** @throws AppError `experience.not_found` */
  duplicate(experienceId: string, name: string): Promise<string> {
    const { worker, nowMs } = this.#ports;
    return worker.run('duplicateExperience', { experienceId, name, nowMs: nowMs() });
  }

  /**
   * Archiving takes an experience out of use: participants get it no longer.
   *
   * @throws AppError `experience.not_found`
   */
  async setArchived(id: string, archived: boolean): Promise<void> {
    const { store, nowMs, actor } = this.#ports;
    await store.transaction().execute(async (transaction) => {
      const row = await transaction
        .selectFrom('experiences')
        .select(['name', 'archived_at'])
        .where('id', '=', id)
        .executeTakeFirst();
      if (!row) throw new AppError('experience.not_found');
      if ((row.archived_at !== null) === archived) return;
      await transaction
        .updateTable('experiences')
        .set(
          archived ? { archived_at: nowMs(), published_version_id: null } : { archived_at: null },
        )
        .where('id', '=', id)
        .execute();
      const action = archived ? 'experience.archived' : 'experience.unarchived';
      await recordAudit(transaction, actor(), nowMs(), action, { experience: row.name });
    });
  }

  publishedInto(experienceId: string): Promise<string[]> {
    return publishedInto(this.#ports.store, experienceId);
  }

  storedRows(experienceId: string): Promise<StoredRows> {
    const { worker, nowMs } = this.#ports;
    return worker.run('experienceRows', { experienceId, nowMs: nowMs() });
  }

  /**
   * @param confirmedRows as many rows as go with it at most; null when its rows stay.
   * @throws AppError `experience.not_found`, `data.count_changed`; `retention.clock_ahead` when its
   * rows were to go with it.
   */
  async delete(experienceId: string, confirmedRows: number | null): Promise<Deletion> {
    const { worker, actor, onRowsDeleted, ...ports } = this.#ports;
    const nowMs = confirmedRows === null ? ports.nowMs() : ports.deletionMs();
    const before = confirmedRows === null ? null : await this.storedRows(experienceId);
    const { name } = actor();
    const request = { actor: { name }, experienceId, confirmedRows, nowMs };
    const deletion = await worker.run('deleteExperience', request);
    if (before) await onRowsDeleted(Object.keys(before.tables) as TableName[]);
    return deletion;
  }

  /** @throws AppError `experience.not_found`, `version.not_found`, what writing the file throws. */
  async export(
    experienceId: string,
    versionId: string | null,
  ): Promise<Output<'experiences.export'>> {
    const { store, worker, nowMs, actor, chooseFile } = this.#ports;
    const row = await store
      .selectFrom('experiences')
      .select('name')
      .where('id', '=', experienceId)
      .executeTakeFirst();
    if (!row) throw new AppError('experience.not_found');
    const file = await chooseFile(fileNameFor(row.name));
    if (file === null) return { outcome: 'dismissed' };
    const { name } = actor();
    const request = { actor: { name }, experienceId, versionId, file, nowMs: nowMs() };
    await worker.run('exportExperience', request);
    return { outcome: 'saved', fileName: basename(file) };
  }

  /** @throws AppError `import.*`, each saying what is wrong with the file. */
  async chooseImport(): Promise<ImportPreview | null> {
    const file = await this.#ports.chooseExperience();
    if (file === null) return null;
    const { preview, draft } = await this.#ports.worker.run('readExperienceFile', { file });
    const ticket = randomUUID();
    this.#read = { ticket, draft };
    return { ticket, ...preview };
  }

  /** Returns the new experience's id. @throws AppError `import.ticket_not_found` */
  async import(ticket: string, name: string): Promise<string> {
    const { store, nowMs, actor } = this.#ports;
    const read = this.#read;
    if (read?.ticket !== ticket) throw new AppError('import.ticket_not_found');
    const id = await store.transaction().execute(async (transaction) => {
      const details = { experience: name };
      await recordAudit(transaction, actor(), nowMs(), 'experience.imported', details);
      return addExperience(transaction, { name, draft: read.draft }, nowMs());
    });
    this.#read = null;
    return id;
  }
}
