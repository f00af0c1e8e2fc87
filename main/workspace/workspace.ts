import {
  AppError,
  type ErrorCode,
  isRestorable,
  type Language,
  type Output,
  type ParsedInput,
  type WorkspaceStatus,
} from '../../preload/contract';
import { needsCheck } from '../backup/integrity';
import { restoreBackup } from '../backup/restore-backup';
import type { Store } from '../store/database';
import { WorkerClient } from '../worker/client';
import { type Surroundings, Unlocked } from './unlocked';
import type { Credential } from './user-slots';
import type { OpenedWorkspace, WorkspaceFolder } from './workspace-folder';

export interface WorkspacePorts extends Surroundings {
  readonly folder: WorkspaceFolder;
  /** Asks for a backup to restore; null when the dialog is dismissed. */
  readonly chooseBackup: () => Promise<string | null>;
  /** Puts the sample experience into a new workspace. */
  readonly furnish: (store: Store, language: Language, nowMs: number) => Promise<void>;
}

/** With a code that is shown now and never again. */
type Entered = { status: WorkspaceStatus; recoveryCode: string };

interface Present {
  readonly opened: OpenedWorkspace;
  readonly services: Unlocked;
}

/** The workspace in its states: none, locked, unlocked, damaged. Changes run one after the other. */
export class Workspace {
  readonly #ports: WorkspacePorts;
  #present: Present | null = null;
  #changing: Promise<unknown> = Promise.resolve();
  #rotating: Promise<unknown> = Promise.resolve();
  #failedAttempts = 0;
  /** What the windows have heard during the present change, so that they hear it once. */
  #told: WorkspaceStatus | null = null;
  /** What the last attempt to unlock has found; forgotten when someone looks anew. */
  #damage: ErrorCode | null = null;

  constructor(ports: WorkspacePorts) {
    this.#ports = ports;
  }

  /** The services of the unlocked workspace. @throws AppError `workspace.locked` */
  get unlocked(): Unlocked {
    if (!this.#present) throw new AppError('workspace.locked');
    return this.#present.services;
  }

  /** The same, but who asks while the key is rotated waits for that. */
  async ready(): Promise<Unlocked> {
    await this.#rotating;
    return this.unlocked;
  }

  /** After how many minutes without input the workspace is to be locked; null for never. */
  async idleLockMinutes(): Promise<number | null> {
    if (!this.#present) return null;
    return (await this.#present.services.settings()).idleLockMinutes;
  }

  keystoreAvailable(): Promise<boolean> {
    return this.#ports.keystore.isAvailable();
  }

  async status(): Promise<WorkspaceStatus> {
    await this.#rotating;
    this.#damage = null;
    return this.#status();
  }

  /** Tells the windows what has changed about the signed-in user. */
  async announce(): Promise<void> {
    this.#ports.emit('workspace.changed', await this.status());
  }

  create(request: ParsedInput<'workspace.create'>, language: Language): Promise<Entered> {
    const { folder, furnish, nowMs, keystore } = this.#ports;
    return this.#change(async () => {
      if ((await this.#status()).state !== 'none') throw new AppError('workspace.exists');
      const { opened, recoveryCode } = await folder.create({
        ...request,
        keystore: request.keystore ? keystore : undefined,
        nowMs: nowMs(),
        furnish: (store) => furnish(store, language, nowMs()),
      });
      await this.#enter(opened);
      return { status: await this.#status(), recoveryCode };
    });
  }

  unlock(userId: string, passphrase: string): Promise<WorkspaceStatus> {
    return this.#unlock(userId, { kind: 'passphrase', secret: passphrase });
  }

  unlockWithKeystore(userId: string): Promise<WorkspaceStatus> {
    return this.#unlock(userId, { kind: 'keystore', keystore: this.#ports.keystore });
  }

  /** Unlocks with the recovery code, which is used up, and sets a new passphrase. */
  recover(userId: string, code: string, passphrase: string): Promise<Entered> {
    return this.#change(async () => {
      await this.#open(userId, { kind: 'recovery', secret: code });
      try {
        const recoveryCode = await this.unlocked.access.recover(code, passphrase);
        return { status: await this.#status(), recoveryCode };
      } catch (error) {
        await this.#leave();
        throw error;
      }
    });
  }

  /**
   * Encrypts the database under a new key. Everything else waits meanwhile; chats and exports in
   * progress end.
   *
   * @throws AppError `workspace.locked`, `workspace.disk_full` and others: then nothing has changed.
   */
  rotateKey(): Promise<void> {
    const rotation = this.#change(async () => {
      if (!this.#present) throw new AppError('workspace.locked');
      const { opened, services } = this.#present;
      this.#present = null;
      await services.close();
      const rotated = await this.#ports.folder.rotateKey(opened, (request) =>
        this.#copyUnderKey(opened, request),
      );
      await this.#enter(rotated.opened);
      if (rotated.failure) throw rotated.failure;
    });
    this.#rotating = rotation.catch(() => undefined);
    return rotation;
  }

  /**
   * Puts a backup where there is no workspace, or one that cannot be opened any more.
   *
   * @throws AppError `backup.workspace_exists`, and what `restoreBackup` throws.
   */
  async restore(): Promise<Output<'backup.restore'>> {
    await this.#requireReplaceable();
    const file = await this.#ports.chooseBackup();
    if (file === null) return { outcome: 'dismissed' };
    return this.#change(async () => {
      await this.#requireReplaceable();
      await restoreBackup(file, this.#ports.folder.path, this.#ports.nowMs());
      this.#damage = null;
      return { outcome: 'restored', status: await this.#status() };
    });
  }

  async #requireReplaceable(): Promise<void> {
    const status = await this.#status();
    const isReplaceable =
      status.state === 'none' || (status.state === 'damaged' && isRestorable(status.problem));
    if (!isReplaceable) throw new AppError('backup.workspace_exists');
  }

  /** Afterwards the key has left memory and every channel that needs it refuses. */
  lock(): Promise<WorkspaceStatus> {
    return this.#change(async () => {
      await this.#leave();
      return this.#status();
    });
  }

  #unlock(userId: string, credential: Credential): Promise<WorkspaceStatus> {
    return this.#change(async () => {
      await this.#open(userId, credential);
      return this.#status();
    });
  }

  async #open(userId: string, credential: Credential): Promise<void> {
    const { folder, nowMs } = this.#ports;
    const failedAttempts = this.#failedAttempts;
    const isSuspect = await needsCheck(folder.path);
    try {
      const opened = await folder.open({ userId, credential, nowMs: nowMs(), failedAttempts });
      await this.#enter(opened, isSuspect);
      this.#failedAttempts = 0;
    } catch (error) {
      if (isRefusal(error)) this.#failedAttempts += 1;
      if (isDamage(error)) this.#damage = error.code;
      throw error;
    }
  }

  /** The windows hear of the state in which a change has ended, whether or not it failed. */
  #change<T>(work: () => Promise<T>): Promise<T> {
    const change = this.#changing.then(async () => {
      this.#told = null;
      try {
        return await work();
      } finally {
        await this.#tell();
      }
    });
    this.#changing = change.catch(() => undefined);
    return change;
  }

  /** A workspace that is open stays so until the next one has been opened. */
  async #enter(opened: OpenedWorkspace, isSuspect = false): Promise<void> {
    const services = new Unlocked(opened, this.#ports);
    try {
      await this.#leave();
      await services.prepare(isSuspect);
    } catch (error) {
      await services.close().finally(() => opened.key.fill(0));
      throw error;
    }
    this.#present = { opened, services };
    services.retention.start();
  }

  async #leave(): Promise<void> {
    if (!this.#present) return;
    const { opened, services } = this.#present;
    this.#present = null;
    // The windows do not wait for the database to be closed before they show nothing.
    await this.#tell();
    await services.close().finally(() => opened.key.fill(0));
  }

  async #copyUnderKey(
    { databaseFile, key, user }: OpenedWorkspace,
    request: { copy: string; newKey: Uint8Array },
  ): Promise<void> {
    const { workerScript, nativeBinding, nowMs } = this.#ports;
    const worker = new WorkerClient(workerScript, { databaseFile, key, nativeBinding });
    const actor = { name: user.name };
    await worker
      .run('copyUnderKey', { actor, nowMs: nowMs(), ...request })
      .finally(() => worker.stop());
  }

  async #tell(): Promise<void> {
    const status = await this.#status();
    const isNews = JSON.stringify(status) !== JSON.stringify(this.#told);
    this.#told = status;
    if (isNews) this.#ports.emit('workspace.changed', status);
  }

  async #status(): Promise<WorkspaceStatus> {
    const folder = this.#ports.folder.path;
    if (this.#present) {
      const { name, user, audit } = this.#present.services;
      const auditIntact = audit.isIntact;
      const { passphraseIsTemporary } = user;
      return { state: 'unlocked', name, folder, user, auditIntact, passphraseIsTemporary };
    }
    if (this.#damage) return { state: 'damaged', problem: this.#damage, folder };
    try {
      return await this.#lockedStatus();
    } catch (error) {
      if (error instanceof AppError) return { state: 'damaged', problem: error.code, folder };
      throw error;
    }
  }

  async #lockedStatus(): Promise<WorkspaceStatus> {
    const { folder, keystore } = this.#ports;
    const locked = await folder.inspect();
    if (!locked) return { state: 'none', folder: folder.path };
    const hasKeystore = await keystore.isAvailable();
    const users = locked.users.map(({ id, name, keystore: slot }) => ({
      id,
      name,
      keystore: hasKeystore && slot !== null,
    }));
    return { state: 'locked', name: locked.name, folder: folder.path, users };
  }
}

function isDamage(error: unknown): error is AppError {
  return error instanceof AppError && isRestorable(error.code);
}

function isRefusal(error: unknown): boolean {
  const refusals = ['workspace.wrong_passphrase', 'workspace.wrong_recovery_code'];
  return error instanceof AppError && refusals.includes(error.code);
}
