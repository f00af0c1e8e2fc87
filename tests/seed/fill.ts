import type Driver from 'better-sqlite3-multiple-ciphers';
import { TABLE_NAMES, type TableName } from '../../preload/contract';
import { conversation, rowOf, type SeededRow, type Source } from './conversation';
import { Random } from './random';

const DAY_MS = 86_400_000;
const RETENTION_DAYS = 60;
const BATCH_CONVERSATIONS = 20_000;

/** In how many of the conversations a table gets a row. */
const SHARES: Record<TableName, number> = {
  participations: 1,
  customers: 0.7,
  variables: 0.5,
  runtime_log: 0.5,
  consents: 0.3,
  answers: 0.3,
  instant_wins: 0.2,
  loyalty: 0.2,
  codes: 0.1,
  files: 0.01,
  winners: 0.001,
};

export interface Filling {
  /** Conversations, and as many participations; other tables get their shares of it. */
  readonly rows: number;
  readonly nowMs: number;
  readonly sources: readonly Source[];
  readonly seed?: number;
  /** Only these; all of them where it is left out. */
  readonly tables?: readonly TableName[];
  readonly report?: (done: number) => void;
}

/**
 * Fills the tables of an open, migrated database with rows of people who do not exist, spread over
 * the days that rows live. The same seed gives the same people.
 */
export function fill(database: Driver.Database, filling: Filling): void {
  const { rows, nowMs, sources, seed = 1, tables = TABLE_NAMES, report } = filling;
  const random = new Random(seed);
  const inserts = tables.map((table) => ({ table, insert: inserter(database, table) }));
  // With SQLite's 16 MB, the pages of the indexes would be read and written again and again.
  database.pragma('cache_size=-400000');
  const insertBatch = database.transaction((from: number, to: number) => {
    for (let index = from; index < to; index++) {
      const age = ((rows - index) / rows) * (RETENTION_DAYS - 1) * DAY_MS;
      const talk = conversation(random, random.of(sources), Math.round(nowMs - age));
      for (const { table, insert } of inserts) {
        if (random.next() < SHARES[table]) insert(rowOf(random, table, talk, RETENTION_DAYS));
      }
    }
  });
  for (let from = 0; from < rows; from += BATCH_CONVERSATIONS) {
    const to = Math.min(from + BATCH_CONVERSATIONS, rows);
    insertBatch(from, to);
    database.pragma('wal_checkpoint(truncate)');
    report?.(to);
  }
}

/** A person who comes back is no new customer. */
function inserter(database: Driver.Database, table: TableName): (row: SeededRow) => void {
  const columns = (database.pragma(`table_info(${table})`) as { name: string }[])
    .map(({ name }) => name)
    .filter((name) => name !== 'id');
  const statement = database.prepare(
    `insert or ignore into ${table} (${columns}) values (${columns.map(() => '?')})`,
  );
  return (row) => void statement.run(columns.map((name) => row[name] ?? null));
}
