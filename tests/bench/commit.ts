import { randomUUID } from 'node:crypto';
import type { Effect } from '../../main/chat/engine/turn';
import { createEffectStore } from '../../main/chat/writing/effect-store';
import type { Connection } from '../../main/foundation/store/connection';
import type { Store } from '../../main/foundation/store/database';
import { typed } from '../support/chat';
import { lessonGraph } from '../support/graphs';
import { NOW_MS } from '../support/now';
import type { Bench, Options } from './bench';
import { withStore } from './databases';
import { compare, type Figure, timed } from './figure';
import { chatOn, toTheAddress } from './play';

/** So short that one alone says nothing. */
const COMMITS = 200;

/** What a chat stores in one turn, against the same rows inserted by hand in one transaction. */
export const commit: Bench = {
  name: 'commit',
  rows: 3,
  run: async ({ databases, runs, rows }) => {
    const database = await databases.copyOf(0);
    return withStore(database, async (store, connection) => [
      await compare(
        { ...about('commit', rows, runs), target: '<= 2x' },
        () => perCommit(chatCommits(store, rows)),
        () => perCommit(bareCommits(connection, rows)),
      ),
    ]);
  },
};

/** A participant's answer, from the engine to the disk, against the bare commit of as many rows. */
export const step: Bench = {
  name: 'step',
  rows: 3,
  run: async (options) => {
    const database = await options.databases.copyOf(0);
    return withStore(database, (store, connection) => measureSteps(store, connection, options));
  },
};

async function measureSteps(
  store: Store,
  connection: Connection,
  { runs }: Options,
): Promise<Figure[]> {
  const sessions = chatOn(store);
  const probe = await sessions.answer(await toTheAddress(sessions, lessonGraph()), address());
  const rows = probe.trail.filter(({ stored }) => stored).length;
  const steps = async (): Promise<number> => {
    const waiting: string[] = [];
    for (let index = 0; index < COMMITS / 2; index++) {
      waiting.push(await toTheAddress(sessions, lessonGraph()));
    }
    const total = await timed(async () => {
      for (const session of waiting) await sessions.answer(session, address());
    });
    return total / waiting.length;
  };
  return [
    await compare({ ...about('step', rows, runs), target: '<= 2x' }, steps, () =>
      perCommit(bareCommits(connection, rows)),
    ),
  ];
}

const about = (name: string, rows: number, runs: number) => ({
  name,
  rows,
  runs,
  unit: 'ms',
  reference: `bare commit of ${rows} rows`,
});

const address = () => typed(`${randomUUID()}@example.com`, true);

async function perCommit(commitOnce: () => unknown): Promise<number> {
  const total = await timed(async () => {
    for (let index = 0; index < COMMITS; index++) await commitOnce();
  });
  return total / COMMITS;
}

function chatCommits(store: Store, rows: number): () => Promise<void> {
  const effects = createEffectStore(store);
  const origin = {
    experienceId: 'experience-1',
    experienceName: 'Hello World',
    sessionId: 'session-1',
    channel: 'kiosk' as const,
  };
  return () =>
    effects.transact(async (write) => {
      for (let row = 0; row < rows; row++) await write(effect(), origin, NOW_MS);
    });
}

function effect(): Effect {
  const email = `${randomUUID()}@example.com`;
  return {
    kind: 'store',
    store: 'variables',
    row: { name: 'email', value: email },
    moduleId: 'module-1',
    moduleType: 'email',
    days: 60,
    contact: { email },
  };
}

/** The same rows by prepared statements, with nothing around them. */
function bareCommits(connection: Connection, rows: number): () => void {
  const insert = connection.prepare(
    `insert into variables (created_at, expires_at, module_id, experience_id, experience_name,
      session_id, channel, email_key, unique_key, name, value)
     values (?, ?, 'module-1', 'experience-1', 'Hello World', 'session-1', 'kiosk', ?, null, 'email', ?)`,
  );
  return connection.transaction(() => {
    for (let row = 0; row < rows; row++) {
      const email = `${randomUUID()}@example.com`;
      insert.run(NOW_MS, NOW_MS + 1, email, email);
    }
  });
}
