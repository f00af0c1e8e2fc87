import { AppError } from '../../../preload/contract';
import type { FolderLock } from '../../foundation/store/folder-lock';
import type { OpenedWorkspace, WorkspaceFolder } from './workspace-folder';

/** Whether this program is the one that works with the folder. */
export class Possession {
  readonly #folder: Pick<WorkspaceFolder, 'lock'>;
  #lock: FolderLock | null = null;

  constructor(folder: Pick<WorkspaceFolder, 'lock'>) {
    this.#folder = folder;
  }

  /** Does nothing while it is. @throws AppError `workspace.in_use` */
  take(): void {
    this.#lock ??= this.#folder.lock();
  }

  /** For a new workspace: it has just come into being, so that hardly anybody can have been faster. */
  async takeOrClose({ store, key }: OpenedWorkspace): Promise<void> {
    try {
      this.take();
    } catch (error) {
      await store.destroy().finally(() => key.fill(0));
      throw error;
    }
  }

  giveUp(): void {
    this.#lock?.release();
    this.#lock = null;
  }

  /**
   * What looks damaged from here may be open in another program. A folder that cannot be locked for
   * another reason can be replaced all the same.
   *
   * @throws AppError `workspace.in_use`
   */
  requireUnused(): void {
    try {
      this.#folder.lock().release();
    } catch (error) {
      if (error instanceof AppError && error.code === 'workspace.in_use') throw error;
    }
  }
}
