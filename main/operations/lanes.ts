import { AppError } from '../../preload/contract';
import type { Lane } from '../foundation/operation/task';
import { LaneThread, type Watch } from './lane-thread';
import type { TaskCall, ThreadStart } from './messages';

/**
 * Runs long database work beside the main process's event loop, one task at a time in each lane. A
 * lane's thread starts with its first task.
 */
export class Lanes {
  readonly #script: string;
  readonly #start: ThreadStart;
  readonly #threads = new Map<Lane, LaneThread>();
  #isStopped = false;

  /** `start` is copied to each thread, the key included. */
  constructor(script: string, start: ThreadStart) {
    this.#script = script;
    this.#start = start;
  }

  /** @throws AbortedError, AppError `workspace.locked` after {@link stop}, what the task throws. */
  run(lane: Lane, call: TaskCall, watch?: Watch): Promise<unknown> {
    if (this.#isStopped) return Promise.reject(new AppError('workspace.locked'));
    return this.#threadOf(lane).run(call, watch);
  }

  /** Ends every thread, as {@link LaneThread.stop} does. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    await Promise.all([...this.#threads.values()].map((thread) => thread.stop()));
  }

  #threadOf(lane: Lane): LaneThread {
    const thread = this.#threads.get(lane) ?? new LaneThread(this.#script, this.#start);
    this.#threads.set(lane, thread);
    return thread;
  }
}
