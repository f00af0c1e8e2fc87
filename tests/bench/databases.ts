import { randomBytes, randomUUID } from 'node:crypto';
import { copyFileSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Connection, KEY_BYTES, openConnection } from '../../main/foundation/store/connection';
import { createStore, type Store } from '../../main/foundation/store/database';
import { migrate } from '../../main/foundation/store/migrations';
import { refreshSearchIndex } from '../../main/foundation/store/search/search-index';
import { DAY_MS, NOW_MS } from '../support/now';

/** Each commit writes most of the index of unique keys. */
const BATCH_ROWS = 250_000;

export interface Database {
  readonly file: string;
  readonly key: Buffer;
}

/** Big databases, each made once and copied for whoever changes it. */
export class Databases {
  readonly key = randomBytes(KEY_BYTES);
  readonly #folder: string;
  #copies = 0;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** As many participations, the older half of them expired; not to be changed. */
  async withRows(rows: number): Promise<Database> {
    const file = join(this.#folder, `template-${rows}.db`);
    if (!existsSync(file)) await this.#make(file, rows);
    return { file, key: this.key };
  }

  async copyOf(rows: number): Promise<Database> {
    const { file: template } = await this.withRows(rows);
    const file = join(this.#folder, `copy-${++this.#copies}.db`);
    copyFileSync(template, file);
    return { file, key: this.key };
  }

  async #make(file: string, rows: number): Promise<void> {
    if (rows > 10_000) console.error(`Making a database of ${rows} rows ...`);
    const connection = openConnection({ file, key: this.key, create: true });
    const store = createStore(connection);
    await migrate(store);
    insertParticipations(connection, rows);
    await refreshSearchIndex(store);
    connection.pragma('wal_checkpoint(truncate)');
    await store.destroy();
  }
}

export function remove({ file }: Database): void {
  for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true });
}

export async function withStore<T>(
  database: Database,
  work: (store: Store, connection: Connection) => Promise<T>,
): Promise<T> {
  const connection = openConnection(database);
  const store = createStore(connection);
  try {
    return await work(store, connection);
  } finally {
    await store.destroy();
  }
}

function insertParticipations(connection: Connection, rows: number): void {
  // Filling an index in random order costs minutes; as many expire as not, the older ones first.
  const indexes = connection
    .prepare(`select name, sql from sqlite_schema where type = 'index' and sql is not null`)
    .all() as { name: string; sql: string }[];
  for (const { name } of indexes) connection.exec(`drop index ${name}`);
  connection.pragma('cache_size=-500000');
  const [first] = [participation(0, rows)];
  const columns = Object.keys(first ?? {});
  const insert = connection.prepare(
    `insert into participations (${columns}) values (${columns.map((name) => `@${name}`)})`,
  );
  const insertBatch = connection.transaction((from: number, to: number) => {
    for (let index = from; index < to; index++) insert.run(participation(index, rows));
  });
  for (let from = 0; from < rows; from += BATCH_ROWS) {
    insertBatch(from, Math.min(from + BATCH_ROWS, rows));
    connection.pragma('wal_checkpoint(truncate)');
  }
  for (const { sql } of indexes) connection.exec(sql);
  connection.pragma('wal_checkpoint(truncate)');
}

function participation(index: number, rows: number) {
  const email = `${randomBytes(8).toString('hex')}@example.com`;
  const createdAt = NOW_MS - 60 * DAY_MS + Math.floor((index - rows / 2) * 10);
  return {
    created_at: createdAt,
    expires_at: createdAt + 60 * DAY_MS,
    module_id: 'module-1',
    experience_id: 'experience-1',
    experience_name: 'Hello World',
    session_id: randomUUID(),
    channel: 'kiosk',
    email_key: email,
    unique_key: `summer ${email}`,
    email,
    firstname: 'Ann',
    lastname: 'Example',
    street: 'Long Street',
    house_number: '12a',
    zip: '12345',
    city: 'Berlin',
    country: 'DE',
    phone: '+49 30 1234567',
    giveaway_name: 'Summer raffle',
    giveaway_id: 'summer',
    participation_id: randomUUID(),
  };
}
