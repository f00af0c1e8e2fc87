import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Origin } from '../../main/chat/engine/ports';
import type { Effect } from '../../main/chat/engine/turn';
import { type Connection, KEY_BYTES, openConnection } from '../../main/foundation/store/connection';
import { createStore, type Store } from '../../main/foundation/store/database';
import { migrate } from '../../main/foundation/store/migrations';
import type { TableName } from '../../preload/contract';
import { temporaryFolder } from './folder';
import { DAY_MS, NOW_MS } from './now';

export interface TestStore {
  readonly folder: string;
  readonly file: string;
  readonly key: Buffer;
  readonly connection: Connection;
  readonly store: Store;
}

/** A real encrypted database with the newest schema, closed when the test is over. */
export async function openTestStore(
  folder = temporaryFolder(),
  key = randomBytes(KEY_BYTES),
): Promise<TestStore> {
  const test = createEmptyStore(folder, key);
  await migrate(test.store);
  return test;
}

/** The same before any migration. */
export function createEmptyStore(
  folder = temporaryFolder(),
  key = randomBytes(KEY_BYTES),
): TestStore {
  const file = join(folder, 'vault.db');
  const connection = openConnection({ file, key, create: true });
  const store = createStore(connection);
  onTestFinished(() => store.destroy());
  return { folder, file, key, connection, store };
}

/** A second connection to the same database, as the worker has one. */
export function openAgain({ file, key }: TestStore): Store {
  const store = createStore(openConnection({ file, key }));
  onTestFinished(() => store.destroy());
  return store;
}

export const ORIGIN: Origin = {
  experienceId: 'experience-1',
  experienceName: 'Hello World',
  sessionId: 'session-1',
  channel: 'preview',
};

export function effect(changes: Partial<Effect> = {}): Effect {
  return {
    kind: 'store',
    store: 'variables',
    row: { name: 'email', value: 'ann@example.com' },
    moduleId: 'module-1',
    moduleType: 'email',
    days: 60,
    contact: { email: 'ann@example.com' },
    ...changes,
  };
}

/** A participation as a row, with everything that a table of people has. */
export function participation(changes: Record<string, string | number | null> = {}) {
  return {
    created_at: NOW_MS,
    expires_at: NOW_MS + 60 * DAY_MS,
    module_id: 'module-1',
    experience_id: ORIGIN.experienceId,
    experience_name: ORIGIN.experienceName,
    session_id: ORIGIN.sessionId,
    channel: ORIGIN.channel,
    email_key: null,
    unique_key: null,
    email: 'ann@example.com',
    giveaway_name: 'Summer raffle',
    giveaway_id: 'summer',
    participation_id: 'participation-1',
    ...changes,
  };
}

/** Inserts rows in one transaction, many at a time. */
export function insertRows(
  { connection }: Pick<TestStore, 'connection'>,
  table: TableName,
  rows: readonly Record<string, string | number | null>[],
): void {
  const columns = Object.keys(rows[0] ?? {});
  const insert = connection.prepare(
    `insert into ${table} (${columns}) values (${columns.map((name) => `@${name}`)})`,
  );
  connection.transaction(() => {
    for (const row of rows) insert.run(row);
  })();
}

export function countRows({ connection }: Pick<TestStore, 'connection'>, table: TableName): number {
  return connection.prepare(`select count(*) from ${table}`).pluck().get() as number;
}
