import { parentPort, workerData } from 'node:worker_threads';
import { AppError } from '../../preload/contract';
import type { LaneContext } from '../foundation/operation/context';
import { checkpoint } from '../foundation/store/checkpoint';
import { openConnection } from '../foundation/store/connection';
import { createStore, type Store } from '../foundation/store/database';
import { explain, WORKSPACE_FAILURES } from '../foundation/store/explain-error';
import { taskNamed } from './declared';
import type { FromThread, TaskCall, ThreadError, ThreadStart, ToThread } from './messages';
import { recorder } from './recorder';

/*
 * What runs in each lane's thread: the task table is the areas' own, since each task and each
 * operation with a lane says where it runs.
 */

const start = workerData as ThreadStart;
/** Those that wait for their turn included. */
const running = new Map<number, AbortController>();
const isAwaited = (): boolean => running.size > 1;
const CHECKPOINT_INTERVAL_MS = 30_000;
/** One task at a time; those of other lanes have a thread of their own. */
let last: Promise<void> = Promise.resolve();

/** Moves what was committed from the log into the database, which no other connection does. */
async function tidyLog(): Promise<void> {
  await withStore(checkpoint).catch(() => undefined);
}

const checkpoints = setInterval(() => {
  last = last.then(tidyLog);
}, CHECKPOINT_INTERVAL_MS);

parentPort?.on('message', (message: ToThread) => {
  switch (message.kind) {
    case 'run':
      running.set(message.id, new AbortController());
      last = last.then(() => run(message.id, message));
      break;
    case 'abort':
      running.get(message.id)?.abort();
      break;
    case 'stop':
      clearInterval(checkpoints);
      for (const controller of running.values()) controller.abort();
      // What a stopped sweep has left would be moved by main, which closes the last connection.
      void last.then(tidyLog).then(() => {
        start.key.fill(0);
        parentPort?.close();
      });
  }
});

async function run(id: number, call: TaskCall): Promise<void> {
  const signal = running.get(id)?.signal ?? AbortSignal.abort();
  try {
    signal.throwIfAborted();
    const result = await withStore((store) => runTask(store, id, call, signal));
    send({ kind: 'done', id, result });
  } catch (error) {
    send({ kind: 'failed', id, error: describe(error, signal) });
  } finally {
    running.delete(id);
  }
}

function runTask(
  store: Store,
  id: number,
  { task, input, ...circumstances }: TaskCall,
  signal: AbortSignal,
): Promise<unknown> {
  const { run: work, audit } = taskNamed(task);
  const { user, nowMs } = circumstances;
  const context: LaneContext<unknown> = {
    ...circumstances,
    store,
    signal,
    isAwaited,
    database: start,
    report: (progress) => send({ kind: 'progress', id, progress }),
    record: recorder(audit, user, nowMs),
  };
  return work(context, input);
}

/** Each task has its own connection: a read in progress blocks every other statement on it. */
async function withStore<T>(work: (store: Store) => Promise<T>): Promise<T> {
  const { databaseFile: file, key, nativeBinding } = start;
  const store = createStore(openConnection({ file, key, nativeBinding }));
  try {
    return await work(store);
  } finally {
    await store.destroy();
  }
}

function describe(error: unknown, signal: AbortSignal): ThreadError {
  if (signal.aborted) return { code: 'aborted' };
  const explained = explain(error, WORKSPACE_FAILURES);
  if (explained instanceof AppError) return { code: explained.code, params: explained.params };
  return { code: 'unknown', text: error instanceof Error ? (error.stack ?? '') : String(error) };
}

function send(message: FromThread): void {
  parentPort?.postMessage(message);
}
