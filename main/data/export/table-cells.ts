import { sql } from 'kysely';
import type { TableName } from '../../../preload/contract';
import type { Store } from '../../foundation/store/database';
import { anyTable } from '../../foundation/store/tables/any-table';
import type { RowCondition } from '../../vault/retention/totals';
import { CELL_END } from './csv-encoder';

/** Few calls of the database and of other threads, and never more than a few megabytes at a time. */
const CHUNK_ROWS = 4_000;
/** Longer rows are read with fewer others, or alone. */
const MAX_LINE_BYTES = 1_024;

export interface CellSource {
  readonly table: TableName;
  readonly columns: readonly string[];
  readonly which: RowCondition;
}

export interface CellChunk {
  readonly rows: number;
  /** The UTF-8 bytes of the rows' cells, each followed by {@link CELL_END}; empty ones for null. */
  readonly cells: Buffer;
}

/**
 * Reads rows in the order in which they came, thousands of them as one value: what costs is the
 * number of values that cross from SQLite. For a million rows with 18 columns that takes a third of
 * the time of reading each cell.
 */
export async function* readCells(store: Store, source: CellSource): AsyncGenerator<CellChunk> {
  let after = 0;
  let limit = CHUNK_ROWS;
  for (;;) {
    const chunk = await readChunk(store, source, after, limit);
    if (chunk.last === null) return;
    if (chunk.long > 0 && limit > 1) {
      limit = Math.ceil(limit / 10);
      continue;
    }
    yield { rows: chunk.rows, cells: chunk.cells ?? Buffer.alloc(0) };
    after = chunk.last;
    limit = Math.min(2 * limit, CHUNK_ROWS);
  }
}

interface Chunk {
  rows: number;
  last: number | null;
  /** Rows that are left out of `cells`. */
  long: number;
  cells: Buffer | null;
}

async function readChunk(
  store: Store,
  { table, columns, which }: CellSource,
  after: number,
  limit: number,
): Promise<Chunk> {
  const maxLineBytes = limit === 1 ? Number.MAX_SAFE_INTEGER : MAX_LINE_BYTES;
  const end = sql.raw(`x'${CELL_END.toString(16)}'`);
  const cells = columns.map((column) => sql`${sql.ref(column)}, ${end}`);
  const lines = store
    .selectFrom(anyTable(table))
    .select(['id', sql<string>`concat(${sql.join(cells)})`.as('line')])
    .where('id', '>', after)
    .where(which)
    .orderBy('id')
    .limit(limit);
  const isShort = sql<boolean>`octet_length(line) <= ${maxLineBytes}`;
  return store
    .selectFrom(lines.as('lines'))
    .select((row) => [
      row.fn.countAll<number>().as('rows'),
      row.fn.max<number | null>('id').as('last'),
      sql<number>`count(*) filter (where not ${isShort})`.as('long'),
      sql<Buffer | null>`cast(group_concat(line, '') filter (where ${isShort}) as blob)`.as(
        'cells',
      ),
    ])
    .executeTakeFirstOrThrow();
}
