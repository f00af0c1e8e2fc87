import { AppError, type Language, type WorkspaceStatus } from '../../preload/contract';
import type { Store } from '../store/database';
import { type Surroundings, Unlocked } from './unlocked';
import type { OpenedWorkspace, WorkspaceFolder } from './workspace-folder';

export interface WorkspacePorts extends Surroundings {
  readonly folder: WorkspaceFolder;
  /** Puts the sample experience into a new workspace. */
  readonly furnish: (store: Store, language: Language, nowMs: number) => Promise<void>;
}

/** The workspace in its states: none, locked, unlocked, damaged. Changes run one after the other. */
export class Workspace {
  readonly #ports: WorkspacePorts;
  #unlocked: Unlocked | null = null;
  #changing: Promise<unknown> = Promise.resolve();

  constructor(ports: WorkspacePorts) {
    this.#ports = ports;
  }

  /** The services of the unlocked workspace. @throws AppError `workspace.locked` */
  get unlocked(): Unlocked {
    if (!this.#unlocked) throw new AppError('workspace.locked');
    return this.#unlocked;
  }

  async status(): Promise<WorkspaceStatus> {
    const folder = this.#ports.folder.path;
    if (this.#unlocked) {
      const { name, user } = this.#unlocked;
      return { state: 'unlocked', name, folder, user };
    }
    try {
      const name = await this.#ports.folder.inspect();
      return name === null ? { state: 'none', folder } : { state: 'locked', name, folder };
    } catch (error) {
      if (error instanceof AppError) return { state: 'damaged', problem: error.code, folder };
      throw error;
    }
  }

  create(name: string, passphrase: string, language: Language): Promise<WorkspaceStatus> {
    const { folder, furnish, nowMs } = this.#ports;
    return this.#change(async () => {
      if ((await this.status()).state !== 'none') throw new AppError('workspace.exists');
      return folder.create({
        name,
        passphrase,
        userName: 'Admin',
        nowMs: nowMs(),
        furnish: (store) => furnish(store, language, nowMs()),
      });
    });
  }

  unlock(passphrase: string): Promise<WorkspaceStatus> {
    return this.#change(() => this.#ports.folder.open(passphrase));
  }

  /** Afterwards the key has left memory and every channel that needs it refuses. */
  lock(): Promise<WorkspaceStatus> {
    return this.#change(async () => null);
  }

  /** Enters the next state: an opened workspace, or locked. A failure leaves the present one. */
  #change(enter: () => Promise<OpenedWorkspace | null>): Promise<WorkspaceStatus> {
    const change = this.#changing.then(async () => {
      const opened = await enter();
      await this.#leave();
      if (opened) {
        this.#unlocked = new Unlocked(opened, this.#ports);
        this.#unlocked.retention.start();
      }
      const status = await this.status();
      this.#ports.emit('workspace.changed', status);
      return status;
    });
    this.#changing = change.catch(() => undefined);
    return change;
  }

  async #leave(): Promise<void> {
    const leaving = this.#unlocked;
    this.#unlocked = null;
    await leaving?.close();
  }
}
