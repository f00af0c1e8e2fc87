import {
  AppError,
  type ErrorCode,
  type Language,
  type LockReason,
  type ParsedInput,
  type WorkspaceStatus,
} from '../../../preload/contract';
import { part } from '../../foundation/operation/part';
import { readSetting } from '../../foundation/store/settings';
import { myAccess } from './my-access';
import { inAWord, isDamage, isRefusal } from './opening-errors';
import { Possession } from './possession';
import type { Credential } from './user-slots';
import type { OpenedWorkspace } from './workspace-folder';
import type { Services, WorkspacePorts } from './workspace-ports';
import { isReplaceable, statusOfLocked, statusOfUnlocked } from './workspace-status';

/** With a code that is shown now and never again. */
type Entered = { status: WorkspaceStatus; recoveryCode: string };
type Present<S> = { readonly opened: OpenedWorkspace; readonly services: S };

/** The workspace in its states: none, locked, unlocked, damaged. Changes run one after the other. */
export class Workspace<S extends Services = Services> {
  readonly #ports: WorkspacePorts<S>;
  #present: Present<S> | null = null;
  #changing: Promise<unknown> = Promise.resolve();
  #rotating: Promise<unknown> = Promise.resolve();
  /** While a workspace is unlocked: no other program works with it. */
  readonly #possession: Possession;
  /** Nobody has unlocked yet what was restored last. */
  #isUntried = false;
  /** Why it was locked last. */
  #reason: LockReason | null = null;
  #isRotating = false;
  #failedAttempts = 0;
  /** What the windows have heard during the present change, so that they hear it once. */
  #told: WorkspaceStatus | null = null;
  /** What the last attempt to unlock has found; forgotten when someone looks anew. */
  #damage: ErrorCode | null = null;

  constructor(ports: WorkspacePorts<S>) {
    this.#ports = ports;
    this.#possession = new Possession(ports.folder);
  }

  /** The services of the unlocked workspace. @throws AppError `workspace.locked` */
  get unlocked(): S {
    if (!this.#present) throw new AppError('workspace.locked');
    return this.#present.services;
  }

  /** The same, but who asks while the key is rotated waits for that. */
  async ready(): Promise<S> {
    await this.#rotating;
    return this.unlocked;
  }

  get isUnlocked(): boolean {
    return this.#present !== null;
  }

  /** Whether everything waits for the key to be exchanged. */
  get isRotating(): boolean {
    return this.#isRotating;
  }

  /** After how many minutes without input the workspace is to be locked; null for never. */
  async idleLockMinutes(): Promise<number | null> {
    if (!this.#present) return null;
    return readSetting(this.#present.services.store, 'idle_lock_minutes');
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
      await this.#possession.takeOrClose(opened);
      await this.#enter(opened);
      return { status: await this.#status(), recoveryCode };
    });
  }

  /** Wrong passphrases count for the user, or under the id where they are counted together. */
  unlock(userId: string, passphrase: string, countedAs = userId): Promise<WorkspaceStatus> {
    return this.#unlock(userId, { kind: 'passphrase', secret: passphrase }, countedAs);
  }

  unlockWithKeystore(userId: string): Promise<WorkspaceStatus> {
    return this.#unlock(userId, { kind: 'keystore', keystore: this.#ports.keystore });
  }

  /** Unlocks with the recovery code, which is used up, and sets a new passphrase. */
  recover(userId: string, code: string, passphrase: string): Promise<Entered> {
    return this.#change(async () => {
      await this.#open(userId, { kind: 'recovery', secret: code });
      try {
        const recoveryCode = await this.unlocked.the(myAccess).recover(code, passphrase);
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
        this.#ports.copyUnderKey(opened, request),
      );
      await this.#enter(rotated.opened);
      if (rotated.failure) throw rotated.failure;
    });
    this.#isRotating = true;
    this.#rotating = rotation
      .catch(() => undefined)
      .finally(() => {
        this.#isRotating = false;
      });
    return rotation;
  }

  /**
   * Lets something else take the folder's place: there is no workspace, or one that cannot be opened
   * any more.
   *
   * @param choose asked before, and again nothing happens while it is; null when there is no choice.
   * @throws AppError `backup.workspace_exists`, `workspace.in_use`, and what `put` throws.
   */
  async replace(
    choose: () => Promise<string | null>,
    put: (chosen: string, folder: string, nowMs: number) => Promise<void>,
  ): Promise<WorkspaceStatus | null> {
    await this.#requireReplaceable();
    const chosen = await choose();
    if (chosen === null) return null;
    return this.#change(async () => {
      await this.#requireReplaceable();
      if ((await this.#status()).state !== 'none') this.#possession.requireUnused();
      await put(chosen, this.#ports.folder.path, this.#ports.nowMs());
      this.#damage = null;
      this.#isUntried = true;
      return this.#status();
    });
  }

  async #requireReplaceable(): Promise<void> {
    if (!isReplaceable(await this.#status())) throw new AppError('backup.workspace_exists');
  }

  /** Afterwards the key has left memory and every channel that needs it refuses. */
  lock(reason: LockReason | null = null): Promise<WorkspaceStatus> {
    return this.#change(async () => {
      if (this.#present) this.#reason = reason;
      await this.#leave();
      return this.#status();
    });
  }

  #unlock(userId: string, credential: Credential, countedAs = userId): Promise<WorkspaceStatus> {
    return this.#change(async () => {
      await this.#open(userId, credential, countedAs);
      return this.#status();
    });
  }

  async #open(userId: string, credential: Credential, countedAs = userId): Promise<void> {
    const { folder, nowMs, isSuspect, attempts } = this.#ports;
    const failedAttempts = this.#failedAttempts;
    const suspect = await isSuspect(folder.path);
    const open = () => folder.open({ userId, credential, nowMs: nowMs(), failedAttempts });
    try {
      this.#possession.take();
      const { kind } = credential;
      const opened = kind === 'keystore' ? await open() : await attempts.run(countedAs, kind, open);
      await this.#enter(opened, suspect);
      this.#failedAttempts = 0;
      this.#isUntried = false;
    } catch (thrown) {
      const error = inAWord(thrown);
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
        if (!this.#present) this.#possession.giveUp();
        await this.#tell();
      }
    });
    this.#changing = change.catch(() => undefined);
    return change;
  }

  /** A workspace that is open stays so until the next one has been opened. */
  async #enter(opened: OpenedWorkspace, isSuspect = false): Promise<void> {
    const services = this.#ports.serve(opened);
    try {
      await this.#leave();
      await services.prepare(isSuspect);
    } catch (error) {
      await services.close().finally(() => opened.key.fill(0));
      throw error;
    }
    this.#present = { opened, services };
    services.start();
  }

  async #leave(): Promise<void> {
    if (!this.#present) return;
    const { opened, services } = this.#present;
    this.#present = null;
    // The windows do not wait for the database to be closed before they show nothing.
    await this.#tell();
    await services.close().finally(() => opened.key.fill(0));
  }

  async #tell(): Promise<void> {
    const status = await this.#status();
    const isNews = JSON.stringify(status) !== JSON.stringify(this.#told);
    this.#told = status;
    if (isNews) this.#ports.emit('workspace.changed', status);
  }

  #status(): Promise<WorkspaceStatus> {
    if (this.#present) {
      const { services, opened } = this.#present;
      return Promise.resolve(statusOfUnlocked(services, opened.name, this.#ports.folder.path));
    }
    return statusOfLocked(this.#ports, this.#damage, {
      justRestored: this.#isUntried,
      reason: this.#reason,
    });
  }
}

/** The application's one workspace. */
export const workspace = part<Workspace>('workspace');
