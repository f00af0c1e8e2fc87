import type { ExportLevel } from '../../../../preload/contract';
import type { Store } from '../../../foundation/store/database';
import type { RowCondition } from '../../../vault/retention/totals';
import { ColumnsInProgress } from './columns';
import { columnsRead, columnsSurveyed, readingOf, SOURCES } from './fields';
import { findSessions, type Wanted } from './find-sessions';
import { type Block, type RowSource, readBlocks, type StoredRow } from './read-rows';
import type { SessionIndex } from './session-index';
import { Withdrawals } from './withdrawals';

/** As many conversations are put together at once, if their texts are not long. */
const BATCH_SESSIONS = 10_000;
const BATCH_CHARACTERS = 8_000_000;
const NO_BATCH = -1;

/** A part of a table, and which batches have rows in it. */
export interface Surveyed extends Block {
  readonly source: RowSource;
  readonly batches: ReadonlySet<number>;
}

export interface Survey {
  readonly sessions: SessionIndex;
  readonly columns: ColumnsInProgress;
  readonly withdrawals: Withdrawals;
  readonly blocks: readonly Surveyed[];
  /** Sessions by the time of their first row; consecutive ones make up the batches. */
  readonly order: Uint32Array;
  /** Of each session; `-1` where it has no live row. */
  readonly batchOf: Int32Array;
  /** Where in `order` each batch ends. */
  readonly ends: readonly number[];
}

interface Options extends Wanted {
  readonly level: ExportLevel;
  readonly isLive: RowCondition;
}

/**
 * Goes through all tables once: which conversations are wanted, in which order they come, which columns
 * there are, and where their rows lie. Of each row it keeps four bytes.
 */
export async function survey(store: Store, options: Options): Promise<Survey> {
  const { signal, level, isLive } = options;
  const sessions = await findSessions(store, options);
  const columns = new ColumnsInProgress(level);
  const withdrawals = new Withdrawals();
  const firstAt = new Float64Array(sessions.size).fill(Number.POSITIVE_INFINITY);
  const characters = new Float64Array(sessions.size);
  const parts: (Block & { source: RowSource; rows: Uint32Array })[] = [];
  for (const table of new Set([...SOURCES, ...options.tables])) {
    const source = { table, columns: columnsRead(table), which: isLive };
    const looked = { ...source, columns: columnsSurveyed(table) };
    const read = readingOf(table);
    for await (const { after, last, rows } of readBlocks(store, looked, signal)) {
      const found: number[] = [];
      for (const row of rows) {
        if (table === 'consents') withdrawals.note(row);
        const session = sessions.find(String(row.session_id));
        if (session === undefined) continue;
        found.push(session);
        const atMs = Number(row.created_at);
        firstAt[session] = Math.min(firstAt[session] ?? atMs, atMs);
        characters[session] = (characters[session] ?? 0) + lengthOf(row);
        for (const value of read(row)) columns.take(value, atMs);
      }
      if (found.length > 0) parts.push({ source, after, last, rows: Uint32Array.from(found) });
    }
  }
  const batches = cutIntoBatches(orderOf(firstAt), characters);
  const blocks = parts.map(({ source, after, last, rows }) => ({
    ...{ source, after, last },
    batches: new Set(Array.from(rows, (session) => batches.batchOf[session] ?? NO_BATCH)),
  }));
  return { sessions, columns, withdrawals, blocks, ...batches };
}

/** Names and addresses are not looked at, and seldom longer. */
const CONTACT_CHARACTERS = 300;

function lengthOf(row: StoredRow): number {
  let length = CONTACT_CHARACTERS;
  for (const value of Object.values(row)) length += typeof value === 'string' ? value.length : 8;
  return length;
}

/** Ties by the order in which they were found. */
function orderOf(firstAt: Float64Array): Uint32Array {
  const order = Uint32Array.from(firstAt.keys());
  return order.sort((one, other) => (firstAt[one] ?? 0) - (firstAt[other] ?? 0) || one - other);
}

function cutIntoBatches(order: Uint32Array, characters: Float64Array) {
  const batchOf = new Int32Array(order.length).fill(NO_BATCH);
  const ends: number[] = [];
  let begin = 0;
  let taken = 0;
  order.forEach((session, index) => {
    const more = characters[session] ?? 0;
    const isFull = index - begin >= BATCH_SESSIONS || taken + more > BATCH_CHARACTERS;
    if (isFull && index > begin) {
      ends.push(index);
      begin = index;
      taken = 0;
    }
    taken += more;
    batchOf[session] = ends.length;
  });
  if (order.length > 0) ends.push(order.length);
  return { order, batchOf, ends };
}

export const liveAt =
  (nowMs: number): RowCondition =>
  (row) =>
    row('expires_at', '>', nowMs);
