import { parentPort, workerData } from 'node:worker_threads';
import { AppError } from '../../preload/contract';
import { exportTable } from '../export/export-table';
import { emptyWriteAheadLog, sweepExpired } from '../retention/sweep';
import { openConnection } from '../store/connection';
import { DataRows } from '../store/data-rows';
import { createStore, type Store } from '../store/database';
import { explain, WORKSPACE_FAILURES } from '../store/explain-error';
import type { FromWorker, TaskName, Tasks, ToWorker, WorkerError, WorkerStart } from './tasks';

type Task<N extends TaskName> = (
  store: Store,
  input: Tasks[N]['input'],
  signal: AbortSignal,
  report: (progress: Tasks[N]['progress']) => void,
) => Promise<Tasks[N]['result']>;

const tasks: { readonly [N in TaskName]: Task<N> } = {
  sweep: (store, { nowMs }, signal) => sweepExpired(store, nowMs, signal),
  deleteAll: async (store, { table, confirmedRows, nowMs }) => {
    const deleted = await new DataRows(store).deleteAll(table, confirmedRows, nowMs);
    await emptyWriteAheadLog(store);
    return deleted;
  },
  emptyLog: async (store) => {
    await emptyWriteAheadLog(store);
    return null;
  },
  export: (store, input, signal, report) => exportTable(store, { ...input, signal, report }),
};

const start = workerData as WorkerStart;
const running = new Map<number, AbortController>();
/** One task at a time: a checkpoint cannot empty the log while an export reads from it. */
let last: Promise<void> = Promise.resolve();

parentPort?.on('message', (message: ToWorker) => {
  switch (message.kind) {
    case 'run':
      running.set(message.id, new AbortController());
      last = last.then(() => run(message.task, message.id, message.input));
      break;
    case 'abort':
      running.get(message.id)?.abort();
      break;
    case 'stop':
      for (const controller of running.values()) controller.abort();
      void last.then(() => {
        start.key.fill(0);
        parentPort?.close();
      });
  }
});

async function run<N extends TaskName>(
  name: N,
  id: number,
  input: Tasks[N]['input'],
): Promise<void> {
  const signal = running.get(id)?.signal ?? AbortSignal.abort();
  const report = (progress: Tasks[N]['progress']): void => send({ kind: 'progress', id, progress });
  try {
    signal.throwIfAborted();
    const result = await withStore((store) => tasks[name](store, input, signal, report));
    send({ kind: 'done', id, result });
  } catch (error) {
    send({ kind: 'failed', id, error: describe(error, signal) });
  } finally {
    running.delete(id);
  }
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

function describe(error: unknown, signal: AbortSignal): WorkerError {
  if (signal.aborted) return { code: 'aborted' };
  const explained = explain(error, WORKSPACE_FAILURES);
  if (explained instanceof AppError) return { code: explained.code, params: explained.params };
  return { code: 'unknown', text: error instanceof Error ? (error.stack ?? '') : String(error) };
}

function send(message: FromWorker): void {
  parentPort?.postMessage(message);
}
