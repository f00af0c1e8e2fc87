import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { SYSTEM } from '../../main/audit/audit-log';
import type { Store } from '../../main/store/database';
import { WorkerClient } from '../../main/worker/client';
import { typed } from '../support/chat';
import { lessonGraph } from '../support/graphs';
import { NOW_MS } from '../support/now';
import { type Bench, MILLION, type Options } from './bench';
import { type Database, remove, withStore } from './databases';
import { exportOnce } from './export';
import { compared } from './figure';
import { chatOn, toTheAddress } from './play';

const NANOSECONDS = 1e6;
const BETWEEN_CHATS_MS = 20;
const IDLE_MS = 10_000;

/** The longest that the event loop stood still while the worker was busy and people chatted. */
export const delay: Bench = {
  name: 'delay',
  rows: MILLION,
  run: async (options) => {
    const { rows, runs } = options;
    const idle: number[] = [];
    const exports: number[] = [];
    const sweeps: number[] = [];
    for (let run = 0; run < runs; run++) {
      const database = await options.databases.copyOf(rows);
      idle.push(await longest(database, () => pause(IDLE_MS)));
      exports.push(await longest(database, () => exportWith(database, options)));
      sweeps.push(await longest(database, () => sweepWith(database, options)));
      remove(database);
    }
    const subject = { rows, runs, unit: 'ms', target: '<= 50 ms', reference: 'chatting alone' };
    return [
      compared({ ...subject, name: 'delay: export' }, exports, idle),
      compared({ ...subject, name: 'delay: sweep' }, sweeps, idle),
    ];
  },
};

const exportWith = (database: Database, { workerScript, folder }: Options) =>
  exportOnce(database, workerScript, join(folder, 'delay.zip'));

async function sweepWith({ file, key }: Database, { workerScript }: Options): Promise<void> {
  const start = { databaseFile: file, key, nativeBinding: undefined };
  const worker = new WorkerClient(workerScript, start);
  await worker.run('sweep', { nowMs: NOW_MS, actor: SYSTEM });
  await worker.stop();
}

async function longest(database: Database, work: () => Promise<unknown>): Promise<number> {
  return withStore(database, async (store) => {
    const stop = new AbortController();
    const chatting = chatUntil(store, stop.signal);
    const monitor = monitorEventLoopDelay({ resolution: 1 });
    monitor.enable();
    await work();
    monitor.disable();
    stop.abort();
    await chatting;
    return monitor.max / NANOSECONDS;
  });
}

async function chatUntil(store: Store, signal: AbortSignal): Promise<void> {
  const sessions = chatOn(store);
  const graph = lessonGraph();
  while (!signal.aborted) {
    const session = await toTheAddress(sessions, graph);
    await sessions.answer(session, typed(`${randomUUID()}@example.com`, true));
    await pause(BETWEEN_CHATS_MS);
  }
}
