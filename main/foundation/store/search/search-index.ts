import { setImmediate as nextMessages } from 'node:timers/promises';
import { sql } from 'kysely';
import type { TableName } from '../../../../preload/contract';
import type { Store } from '../database';
import { allTables, searchableColumns } from '../tables';
import { anyTable } from '../tables/any-table';
import { gramsOf } from './grams';
import { BLOCK_ROWS, encodePlaces } from './postings';

/*
 * An index over parts of texts that forgets. FTS5 would be told of every row that comes and goes: a
 * chat's commit and a sweep pay for it, and its segments keep what is deleted until they are merged.
 * Here, the rows of one span of ids are a block, indexed once, when no row can be added to it any
 * more. A block of which rows are gone is indexed anew by the scrub, before the VACUUM that erases
 * what was in it; rows that are deleted together have come together, so that most blocks go as a
 * whole. Rows that no block has yet are read.
 */

/**
 * Brings the index of every table up to date: what is deleted or changed is in it no more.
 *
 * @param isUnwanted whether to index no more blocks; the rest is left for the next time. What is
 * deleted or changed is forgotten nevertheless.
 */
export async function refreshSearchIndex(
  store: Store,
  isUnwanted: () => boolean = () => false,
): Promise<void> {
  for (const { name } of allTables) {
    if (searchableColumns(name).length > 0) await refreshTable(store, name, isUnwanted);
  }
}

async function refreshTable(
  store: Store,
  table: TableName,
  isUnwanted: () => boolean,
): Promise<void> {
  const present = await fullBlocks(store, table);
  const indexed = await store
    .selectFrom('search_blocks')
    .select(['id', 'block', 'rows'])
    .where('table_name', '=', table)
    .where('stale', '=', 0)
    .execute();
  const sound = new Map(
    indexed
      .filter(({ block, rows }) => present.get(block) === rows)
      .map(({ id, block }) => [block, id]),
  );
  await dropOthers(store, table, [...sound.values()]);
  for (const block of present.keys()) {
    if (sound.has(block)) continue;
    // Whoever waits for this thread is heard between two blocks.
    await nextMessages();
    if (isUnwanted()) return;
    await indexBlock(store, table, block);
  }
}

/**
 * Blocks to which no row can be added, since ids only ever grow, with their rows. Counted here: to
 * group a million rows takes SQLite 1.2 s, to hand out their ids from an index 0.2 s.
 */
async function fullBlocks(store: Store, table: TableName): Promise<Map<number, number>> {
  const { ids } = await store
    .selectFrom(anyTable(table))
    .select(sql<string>`json_group_array(id)`.as('ids'))
    .executeTakeFirstOrThrow();
  const { rows } = await sql<{ seq: number }>`
    select seq from sqlite_sequence where name = ${table}`.execute(store);
  const open = Math.floor((rows[0]?.seq ?? 0) / BLOCK_ROWS);
  const blocks = new Map<number, number>();
  for (const id of JSON.parse(ids) as number[]) {
    const block = Math.floor(id / BLOCK_ROWS);
    if (block < open) blocks.set(block, (blocks.get(block) ?? 0) + 1);
  }
  return blocks;
}

async function dropOthers(store: Store, table: TableName, kept: number[]): Promise<void> {
  const others = await store
    .selectFrom('search_blocks')
    .select('id')
    .where('table_name', '=', table)
    .where(sql<boolean>`id not in (select value from json_each(${JSON.stringify(kept)}))`)
    .execute();
  if (others.length === 0) return;
  await store.transaction().execute(async (transaction) => {
    for (const { id } of others) {
      await transaction.deleteFrom('search_grams').where('block_id', '=', id).execute();
      await transaction.deleteFrom('search_blocks').where('id', '=', id).execute();
    }
  });
}

async function indexBlock(store: Store, table: TableName, block: number): Promise<void> {
  // Read and written in one transaction: a row that is deleted in between would stay in the index.
  await store.transaction().execute(async (transaction) => {
    const { rows, grams } = await readGrams(transaction, table, block);
    const { id } = await transaction
      .insertInto('search_blocks')
      .values({ table_name: table, block, rows, stale: 0 })
      .returning('id')
      .executeTakeFirstOrThrow();
    // In the order of the key, which appends.
    for (const gram of [...grams.keys()].toSorted()) {
      const places = encodePlaces(grams.get(gram) ?? []);
      await transaction.insertInto('search_grams').values({ block_id: id, gram, places }).execute();
    }
  });
}

async function readGrams(store: Store, table: TableName, block: number) {
  const columns = searchableColumns(table);
  const first = block * BLOCK_ROWS;
  const rows = await store
    .selectFrom(anyTable(table))
    .select(['id', ...columns])
    .where('id', '>=', first)
    .where('id', '<', first + BLOCK_ROWS)
    .orderBy('id')
    .execute();
  const grams = new Map<string, number[]>();
  for (const row of rows) {
    for (const gram of gramsOf(columns.map((column) => row[column]))) {
      const places = grams.get(gram);
      if (places) places.push(row.id - first);
      else grams.set(gram, [row.id - first]);
    }
  }
  return { rows: rows.length, grams };
}
