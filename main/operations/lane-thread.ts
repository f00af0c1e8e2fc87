import { Worker } from 'node:worker_threads';
import { AppError } from '../../preload/contract';
import { AbortedError } from '../foundation/operation/task';
import type { FromThread, TaskCall, ThreadError, ThreadStart, ToThread } from './messages';

export interface Watch {
  readonly signal?: AbortSignal | undefined;
  /** Parts of the input that the thread takes over: to copy megabytes would block this one. */
  readonly transfer?: readonly ArrayBuffer[] | undefined;
  readonly onProgress?: ((progress: unknown) => void) | undefined;
}

const STOP_PATIENCE_MS = 3_000;

interface Pending {
  resolve(result: unknown): void;
  reject(error: Error): void;
  onProgress?: ((progress: unknown) => void) | undefined;
}

/** A thread that runs long database work, one task at a time, off the main process's event loop. */
export class LaneThread {
  readonly #worker: Worker;
  readonly #pending = new Map<number, Pending>();
  readonly #exited: Promise<void>;
  /** Why it takes no more tasks: messages to an ended worker would never be answered. */
  #end: Error | null = null;
  #lastId = 0;

  /** `start` is copied to the thread, the key included. */
  constructor(script: string, start: ThreadStart) {
    this.#worker = new Worker(script, { workerData: start });
    this.#worker.on('message', (message: FromThread) => this.#receive(message));
    this.#worker.on('error', (error) => this.#endWith(error));
    this.#exited = new Promise((resolve) => {
      this.#worker.once('exit', () => {
        this.#endWith(new AppError('workspace.locked'));
        resolve();
      });
    });
  }

  /** @throws AbortedError, AppError */
  run(call: TaskCall, { signal, transfer, onProgress }: Watch = {}): Promise<unknown> {
    if (this.#end) return Promise.reject(this.#end);
    const id = ++this.#lastId;
    const abort = (): void => this.#send({ kind: 'abort', id });
    return new Promise<unknown>((resolve, reject) => {
      this.#pending.set(id, { resolve, reject, onProgress });
      this.#send({ kind: 'run', id, ...call }, transfer);
      if (signal?.aborted) abort();
      signal?.addEventListener('abort', abort);
    }).finally(() => signal?.removeEventListener('abort', abort));
  }

  /**
   * Ends the thread. Tasks in progress get a moment to tidy up (a cancelled export removes its
   * file); after that it is ended anyway, and a transaction in progress rolls back.
   */
  async stop(): Promise<void> {
    this.#send({ kind: 'stop' });
    const patience = setTimeout(() => void this.#worker.terminate(), STOP_PATIENCE_MS);
    await this.#exited;
    clearTimeout(patience);
  }

  #send(message: ToThread, transfer: readonly ArrayBuffer[] = []): void {
    this.#worker.postMessage(message, transfer);
  }

  #receive(message: FromThread): void {
    const pending = this.#pending.get(message.id);
    if (!pending) return;
    if (message.kind === 'progress') {
      pending.onProgress?.(message.progress);
      return;
    }
    this.#pending.delete(message.id);
    if (message.kind === 'done') pending.resolve(message.result);
    else pending.reject(revive(message.error));
  }

  #endWith(error: Error): void {
    this.#end ??= error;
    for (const { reject } of this.#pending.values()) reject(this.#end);
    this.#pending.clear();
  }
}

function revive(error: ThreadError): Error {
  switch (error.code) {
    case 'aborted':
      return new AbortedError();
    case 'unknown':
      return new Error(`The worker failed: ${error.text}`);
    default:
      return new AppError(error.code, error.params);
  }
}
