import { Worker } from 'node:worker_threads';
import { AppError } from '../../preload/contract';
import type { FromWorker, TaskName, Tasks, ToWorker, WorkerError, WorkerStart } from './tasks';

/** A task was stopped because its caller asked for it. */
export class AbortedError extends Error {
  override readonly name = 'AbortedError';
}

export interface RunOptions<N extends TaskName> {
  signal?: AbortSignal;
  /** Parts of the input that the worker takes over: to copy megabytes would block this thread. */
  transfer?: readonly ArrayBuffer[];
  onProgress?: (progress: Tasks[N]['progress']) => void;
}

const STOP_PATIENCE_MS = 3_000;

interface Pending {
  resolve(result: Tasks[TaskName]['result']): void;
  reject(error: Error): void;
  onProgress?: ((progress: Tasks[TaskName]['progress']) => void) | undefined;
}

/** Runs long database work off the main process's event loop. */
export class WorkerClient {
  readonly #worker: Worker;
  readonly #pending = new Map<number, Pending>();
  readonly #exited: Promise<void>;
  /** Why it takes no more tasks: messages to an ended worker would never be answered. */
  #end: Error | null = null;
  #lastId = 0;

  /** `start` is copied to the worker, the key included. */
  constructor(script: string, start: WorkerStart) {
    this.#worker = new Worker(script, { workerData: start });
    this.#worker.on('message', (message: FromWorker) => this.#receive(message));
    this.#worker.on('error', (error) => this.#endWith(error));
    this.#exited = new Promise((resolve) => {
      this.#worker.once('exit', () => {
        this.#endWith(new AppError('workspace.locked'));
        resolve();
      });
    });
  }

  /** @throws AbortedError, AppError */
  run<N extends TaskName>(
    task: N,
    input: Tasks[N]['input'],
    { signal, transfer, onProgress }: RunOptions<N> = {},
  ): Promise<Tasks[N]['result']> {
    if (this.#end) return Promise.reject(this.#end);
    const id = ++this.#lastId;
    const abort = (): void => this.#send({ kind: 'abort', id });
    return new Promise<Tasks[TaskName]['result']>((resolve, reject) => {
      this.#pending.set(id, { resolve, reject, onProgress: onProgress as Pending['onProgress'] });
      this.#send({ kind: 'run', id, task, input }, transfer);
      if (signal?.aborted) abort();
      signal?.addEventListener('abort', abort);
    }).finally(() => signal?.removeEventListener('abort', abort)) as Promise<Tasks[N]['result']>;
  }

  /**
   * Ends the worker. Tasks in progress get a moment to tidy up (a cancelled export removes its
   * file); after that it is ended anyway, and a transaction in progress rolls back.
   */
  async stop(): Promise<void> {
    this.#send({ kind: 'stop' });
    const patience = setTimeout(() => void this.#worker.terminate(), STOP_PATIENCE_MS);
    await this.#exited;
    clearTimeout(patience);
  }

  #send(message: ToWorker, transfer: readonly ArrayBuffer[] = []): void {
    this.#worker.postMessage(message, transfer);
  }

  #receive(message: FromWorker): void {
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

function revive(error: WorkerError): Error {
  switch (error.code) {
    case 'aborted':
      return new AbortedError();
    case 'unknown':
      return new Error(`The worker failed: ${error.text}`);
    default:
      return new AppError(error.code, error.params);
  }
}
