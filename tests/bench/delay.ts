import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { Experiences } from '../../main/chat/experiences/experiences';
import { playUploadTask } from '../../main/chat/sessions/play-upload';
import type { Store } from '../../main/foundation/store/database';
import { sweepTask } from '../../main/vault/retention/tasks';
import { MAX_FILE_BYTES } from '../../preload/contract';
import { typed } from '../support/chat';
import { chain, lessonGraph } from '../support/graphs';
import { NOW_MS } from '../support/now';
import { added } from '../support/questions';
import { type Bench, MILLION, type Options } from './bench';
import { type Database, remove, withStore } from './databases';
import { exportOnce } from './export';
import { compared, timed } from './figure';
import { lanesOn } from './lanes';
import { chatOn, toTheAddress } from './play';

const NANOSECONDS = 1e6;
const BETWEEN_CHATS_MS = 20;
const IDLE_MS = 10_000;
const MEGABYTE = 1024 * 1024;
const UPLOADS = 5;

/**
 * The longest that the event loop stood still while the worker was busy and people chatted, and the
 * longest that one of their chats took: a commit waits for another connection's.
 */
export const delay: Bench = {
  name: 'delay',
  rows: MILLION,
  run: async (options) => {
    const { rows, runs } = options;
    const idle: Longest[] = [];
    const exports: Longest[] = [];
    const sweeps: Longest[] = [];
    const uploads: Longest[] = [];
    for (let run = 0; run < runs; run++) {
      const database = await options.databases.copyOf(rows);
      idle.push(await longest(database, () => pause(IDLE_MS)));
      uploads.push(await longest(database, (store) => uploadWith(database, store, options)));
      exports.push(await longest(database, () => exportWith(database, options)));
      sweeps.push(await longest(database, () => sweepWith(database, options)));
      remove(database);
    }
    const subject = { rows, runs, unit: 'ms', reference: 'chatting alone' };
    const figure = (name: string, target: string, of: keyof Longest, busy: Longest[]) => {
      const [values, references] = [busy, idle].map((all) => all.map((longest) => longest[of]));
      return compared({ ...subject, name, target }, values ?? [], references ?? []);
    };
    return [
      figure('delay: export', '<= 50 ms', 'delayMs', exports),
      figure('delay: sweep', '<= 50 ms', 'delayMs', sweeps),
      figure('delay: upload of 25 MB', '<= 50 ms', 'delayMs', uploads),
      figure('chat: export', 'to know', 'chatMs', exports),
      figure('chat: sweep', 'to know', 'chatMs', sweeps),
    ];
  },
};

const exportWith = (database: Database, { workerScript, folder }: Options) =>
  exportOnce(database, workerScript, join(folder, 'delay.zip'));

async function sweepWith(database: Database, { workerScript }: Options): Promise<void> {
  const lanes = lanesOn(database, workerScript);
  await lanes.run(sweepTask, null);
  await lanes.stop();
}

/** The largest file that participants can upload, several times. */
async function uploadWith(
  database: Database,
  store: Store,
  { workerScript }: Options,
): Promise<void> {
  const lanes = lanesOn(database, workerScript);
  const sessions = chatOn(store, {
    playUpload: (turn, content) =>
      lanes.run(playUploadTask, { ...turn, trustedMs: turn.nowMs }, { transfer: [content] }),
  });
  const graph = chain({
    ...added('file_upload', { maxMegabytes: MAX_FILE_BYTES / MEGABYTE }),
    id: 'file',
  });
  const experienceId = randomUUID();
  await new Experiences(store).create(experienceId, 'Hello World', graph, NOW_MS);
  for (let upload = 0; upload < UPLOADS; upload++) {
    // Of zeros but for its head: to fill all of it would be measured as well.
    const bytes = new Uint8Array(MAX_FILE_BYTES);
    bytes.set(new TextEncoder().encode('%PDF-1.7\n'));
    const played = {
      experienceId,
      experienceName: 'Hello World',
      graph,
      channel: 'preview',
    } as const;
    const { sessionId } = await sessions.start(played);
    const turn = await sessions.answer(sessionId, { kind: 'file', name: 'a.pdf', bytes });
    if (!turn.ended || turn.unavailable) throw new Error('The file was not taken.');
  }
  await lanes.stop();
}

interface Longest {
  readonly delayMs: number;
  readonly chatMs: number;
}

async function longest(
  database: Database,
  work: (store: Store) => Promise<unknown>,
): Promise<Longest> {
  return withStore(database, async (store) => {
    const stop = new AbortController();
    const chatting = chatUntil(store, stop.signal);
    const monitor = monitorEventLoopDelay({ resolution: 1 });
    monitor.enable();
    await work(store);
    monitor.disable();
    stop.abort();
    return { delayMs: monitor.max / NANOSECONDS, chatMs: await chatting };
  });
}

/** Returns the longest that a whole chat took, in milliseconds: any of its commits may have to wait. */
async function chatUntil(store: Store, signal: AbortSignal): Promise<number> {
  let longestMs = 0;
  const sessions = chatOn(store);
  const graph = lessonGraph();
  while (!signal.aborted) {
    const chat = async (): Promise<void> => {
      const session = await toTheAddress(sessions, graph);
      await sessions.answer(session, typed(`${randomUUID()}@example.com`, true));
    };
    longestMs = Math.max(longestMs, await timed(chat));
    await pause(BETWEEN_CHATS_MS);
  }
  return longestMs;
}
