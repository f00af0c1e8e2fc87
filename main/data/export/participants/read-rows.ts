import type { TableName } from '../../../../preload/contract';
import type { Store } from '../../../foundation/store/database';
import { anyTable } from '../../../foundation/store/tables/any-table';
import type { RowCondition } from '../../../vault/retention/totals';

const BLOCK_ROWS = 2_000;

export type StoredRow = Readonly<Record<string, string | number | null>> & { readonly id: number };

/** Rows behind the id `after`, up to the id `last`. */
export interface Block {
  readonly after: number;
  readonly last: number;
}

export interface RowSource {
  readonly table: TableName;
  readonly columns: readonly string[];
  readonly which: RowCondition;
}

/** All rows of a source in the order of their ids, block by block. */
export async function* readBlocks(
  store: Store,
  source: RowSource,
  signal: AbortSignal,
): AsyncGenerator<Block & { rows: StoredRow[] }> {
  let after = 0;
  for (;;) {
    signal.throwIfAborted();
    const rows = await rowsBehind(store, source, after).limit(BLOCK_ROWS).execute();
    const last = rows.at(-1)?.id;
    if (last === undefined) return;
    yield { after, last, rows: rows as StoredRow[] };
    after = last;
  }
}

export async function readBlock(
  store: Store,
  source: RowSource,
  { after, last }: Block,
): Promise<StoredRow[]> {
  return (await rowsBehind(store, source, after).where('id', '<=', last).execute()) as StoredRow[];
}

function rowsBehind(store: Store, { table, columns, which }: RowSource, after: number) {
  return store
    .selectFrom(anyTable(table))
    .select(['id', ...(columns as readonly 'session_id'[])])
    .where('id', '>', after)
    .where(which)
    .orderBy('id');
}
