import { type ChannelName, channels, type EventName, type Events } from '../../preload/contract';
import type { Context, Desktop, Emit, SignedIn } from '../foundation/operation/context';
import type { Consequences } from '../foundation/operation/operation';
import { type Given, given, type Part, Parts } from '../foundation/operation/part';
import type { Lane, Task, TaskOptions } from '../foundation/operation/task';
import type { Store } from '../foundation/store/database';
import { Clock, clock } from '../vault/retention/clock';
import { retention } from '../vault/retention/retention';
import { DELETIONS, deferred } from '../vault/retention/undo/deferred';
import { keptPlace } from '../vault/workspace/kept-place';
import { type OpenedWorkspace, openedWorkspace } from '../vault/workspace/opened-workspace';
import { userDirectory } from '../vault/workspace/user-directory';
import type { StoredUser } from '../vault/workspace/users';
import type { Services } from '../vault/workspace/workspace-ports';
import { Calls } from './calls';
import type { Watch } from './lane-thread';
import { Lanes } from './lanes';
import type { TaskCall } from './messages';
import { prepare } from './prepare';
import { recorder } from './recorder';

/** What an unlocked workspace needs from the world around it. */
export interface Surroundings {
  readonly workerScript: string;
  readonly nativeBinding: string | undefined;
  /** The computer's clock, milliseconds since the epoch. */
  readonly nowMs: () => number;
  readonly desktop: Desktop;
  readonly emit: Emit;
  readonly logFailure: (error: unknown) => void;
  /** Parts of the application. */
  readonly given: readonly Given[];
}

/** All that exists only while the workspace is unlocked, and is gone when it is locked. */
export class UnlockedWorkspace implements Services {
  readonly store: Store;
  readonly time: Clock;
  readonly desktop: Desktop;
  readonly emit: Emit;
  readonly logFailure: (error: unknown) => void;
  readonly calls = new Calls();
  readonly #lanes: Lanes;
  readonly #parts: Parts;
  #isClosed = false;

  constructor(opened: OpenedWorkspace, surroundings: Surroundings) {
    const { desktop, emit, logFailure, workerScript, nativeBinding } = surroundings;
    const { databaseFile, key } = opened;
    this.store = opened.store;
    this.desktop = desktop;
    this.emit = emit;
    this.logFailure = logFailure;
    this.time = new Clock(opened.clockMemory, {
      systemNowMs: surroundings.nowMs,
      elapsedMs: () => performance.now(),
    });
    this.#lanes = new Lanes(workerScript, { databaseFile, key, nativeBinding });
    this.#parts = new Parts([
      ...surroundings.given,
      given(openedWorkspace, opened),
      given(clock, this.time),
    ]);
  }

  readonly signedIn = (): StoredUser => this.the(userDirectory).me;

  get isClosed(): boolean {
    return this.#isClosed;
  }

  readonly the = <T>(part: Part<T>): T => this.#parts.the(part, this);

  readonly run = <I, R, P>(
    { name, lane }: Task<I, R, P>,
    input: I,
    { user = this.signedIn(), nowMs = this.time.nowMs(), ...watch }: TaskOptions<P> = {},
  ): Promise<R> =>
    this.runInLane(
      lane,
      { task: name, input, user, nowMs, file: '' },
      watch as Watch,
    ) as Promise<R>;

  /** @throws AbortedError, AppError `workspace.locked` once it is closed, what the work throws */
  runInLane(lane: Lane, call: Omit<TaskCall, 'timeZone'>, watch: Watch): Promise<unknown> {
    const { user, ...work } = call;
    const timeZone = this.desktop.timeZone();
    // Nothing else of a user goes along: their name is what an entry in the log needs.
    return this.#lanes.run(lane, { ...work, user: { name: user.name }, timeZone }, watch);
  }

  /** What a call of the user gets: as of now, and for as long as `signal` lets it go on. */
  contextOf(
    channel: ChannelName,
    declared: Declared,
    signal: AbortSignal,
    user: SignedIn = this.signedIn(),
  ): Context<unknown> {
    const { store, time, desktop, emit, the, logFailure, signedIn } = this;
    const nowMs = readingOf(time, declared);
    const { progress } = channels[channel];
    return {
      ...{ store, time, desktop, emit, the, logFailure, signedIn, user, nowMs, signal },
      file: declared.file,
      run: (task, input, options) => this.run(task, input, { user, nowMs, signal, ...options }),
      report: (made) => {
        if (progress) emit(progress as EventName, made as Events[EventName]);
      },
      record: recorder(declared.audit, user, nowMs),
      cancel: (other) => this.calls.cancel(other),
    };
  }

  prepare(isSuspect: boolean): Promise<void> {
    return prepare(this, isSuspect);
  }

  /** Sweeps, now and from time to time. */
  start(): void {
    this.the(retention).start();
  }

  /** Removes the traces of rows that were deleted. */
  removeTraces(): Promise<void> {
    return this.the(retention).scrub();
  }

  /** Ends everything and closes the database; the key is its owner's to zero. */
  async close(): Promise<void> {
    const later = this.the(deferred);
    await this.calls.finishWrites();
    this.#isClosed = true;
    // What is to be deleted does not stand behind what the lock ends anyway.
    this.calls.cancelAllBut(DELETIONS);
    this.the(retention).cancelSweep();
    await later.end();
    this.#parts.close();
    await this.desktop.clipboard.clearSecret().catch(this.logFailure);
    await this.#lanes.stop();
    await later.leaveRest(this.store).catch(this.logFailure);
    await this.the(keptPlace).write().catch(this.logFailure);
    await this.time.save(this.store).catch(this.logFailure);
    await this.store.destroy();
  }
}

/** What of a declaration its context depends on. */
type Declared = Pick<Consequences<ChannelName>, 'audit' | 'clock' | 'deletes'> & {
  readonly file: string;
};

function readingOf(time: Clock, { deletes, clock }: Declared): number {
  if (deletes) return time.deletionMs();
  return clock === 'trusted' ? time.trustedMs() : time.nowMs();
}
