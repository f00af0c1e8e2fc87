import type { ExportRecord, ExportSettings, SavedFileState } from '../../preload/contract';
import { AppError } from '../../preload/contract';
import { recordAudit } from '../audit/audit-log';
import type { Store } from '../store/database';
import { explain } from '../store/explain-error';
import { readSetting, writeSetting } from '../store/settings';
import {
  decideRelease,
  type ExportUser,
  findExport,
  listExports,
  markDeleted,
  withdrawRequest,
} from './register';
import { deleteSaved, type SavedFile, stateOf } from './saved-file';
import { TARGET_FAILURES } from './target-file';

export interface RegisterPorts {
  readonly store: Store;
  readonly nowMs: () => number;
  readonly onChanged: () => void;
}

/** What was exported, what waits for a second user's release, and whether saved files are gone. */
export class ExportRegister {
  readonly #ports: RegisterPorts;

  constructor(ports: RegisterPorts) {
    this.#ports = ports;
  }

  list(showsFolders: boolean): Promise<ExportRecord[]> {
    return listExports(this.#ports.store, showsFolders);
  }

  /** @throws AppError `export.not_found`, `export.decided`, `export.same_user` */
  async decide(user: ExportUser, id: string, isReleased: boolean): Promise<void> {
    const { store, nowMs, onChanged } = this.#ports;
    await decideRelease(store, user, { id, isReleased }, nowMs());
    onChanged();
  }

  /** @throws AppError `export.not_found`, `export.decided` */
  async withdraw(user: ExportUser, id: string): Promise<void> {
    const { store, nowMs, onChanged } = this.#ports;
    await withdrawRequest(store, user, id, nowMs());
    onChanged();
  }

  /** @throws AppError `export.not_found` */
  async markDeleted(user: ExportUser, id: string): Promise<void> {
    const { store, nowMs, onChanged } = this.#ports;
    await markDeleted(store, user, id, nowMs());
    onChanged();
  }

  /** @throws AppError `export.not_found` */
  async fileState(id: string): Promise<SavedFileState> {
    return stateOf(await this.#savedFile(id));
  }

  /**
   * Deletes the file where it was saved and notes that; a file that is not the saved one stays.
   *
   * @throws AppError `export.not_found`, `export.folder_not_writable`, `export.file_in_use`
   */
  async deleteFile(user: ExportUser, id: string): Promise<SavedFileState> {
    const saved = await this.#savedFile(id);
    const state = await deleteSaved(saved).catch((error) => {
      throw explain(error, TARGET_FAILURES);
    });
    if (state === 'there') await this.markDeleted(user, id);
    return state;
  }

  async settings(): Promise<ExportSettings> {
    const { store } = this.#ports;
    return {
      deleteWithinDays: await readSetting(store, 'export_delete_days'),
      releaseAboveRows: await readSetting(store, 'export_release_rows'),
    };
  }

  async setSettings(user: ExportUser, settings: ExportSettings): Promise<ExportSettings> {
    const { store, nowMs } = this.#ports;
    const { deleteWithinDays: days, releaseAboveRows } = settings;
    await store.transaction().execute(async (transaction) => {
      await writeSetting(transaction, 'export_delete_days', days);
      await writeSetting(transaction, 'export_release_rows', releaseAboveRows);
      const details = { days, releaseAboveRows: releaseAboveRows ?? 'never' };
      await recordAudit(transaction, user, nowMs(), 'export.settings_changed', details);
    });
    return this.settings();
  }

  async #savedFile(id: string): Promise<SavedFile> {
    const { file, bytes, sha256 } = await findExport(this.#ports.store, id);
    if (file === null || bytes === null || sha256 === null) throw new AppError('export.not_found');
    return { file, bytes, sha256 };
  }
}
