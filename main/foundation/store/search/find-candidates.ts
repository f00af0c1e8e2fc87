import type { Expression, ExpressionBuilder, SqlBool } from 'kysely';
import type { TableName } from '../../../../preload/contract';
import { matches } from '../data-filter';
import type { Store } from '../database';
import type { Schema } from '../schema';
import { anyTable } from '../tables/any-table';
import { dialledInSearch } from './digits';
import { foldSearch } from './fold';
import { ALWAYS, gramsOfSearch } from './grams';
import {
  addAll,
  BLOCK_ROWS,
  decodePlaces,
  everyPlace,
  keepCommon,
  noPlace,
  placesIn,
} from './postings';

type Holding = (row: ExpressionBuilder<Schema, 'participations'>) => Expression<SqlBool>;

/** Of more, the first hundred are found sooner by reading the table in the order asked for. */
const MAX_CANDIDATES = 20_000;
/** Rows of no block, which are read one after the other. */
const MAX_UNINDEXED = 20_000;
/** A common text is known for one after some of the blocks, from all over the table. */
const BLOCKS_AT_ONCE = 32;
/** As many grams are as selective as all of a long text. */
const MAX_GRAMS = 8;

/**
 * The ids among which all rows are that hold the text, or null where reading the table is the better
 * way: when the text is common, or much of the table is not indexed yet.
 *
 * @param holds which rows hold the text, where that is not for the columns of a search alone to say
 */
export async function findCandidates(
  store: Store,
  table: TableName,
  search: string,
  holds: Holding = matches(table, { search }),
): Promise<number[] | null> {
  const blocks = await indexedBlocks(store, table);
  const gaps = await unindexedSpans(store, table, new Set(blocks.values()));
  if (await holdTooMany(store, table, gaps)) return null;
  const found: number[] = [];
  const samples = Math.ceil(blocks.size / BLOCKS_AT_ONCE);
  for (let sample = 0; sample < samples; sample++) {
    const some = [...blocks.keys()].filter((_, index) => index % samples === sample);
    for (const [block, bitmap] of await lookUpAny(store, some, probesOf(search))) {
      const first = (blocks.get(block) ?? 0) * BLOCK_ROWS;
      for (const place of placesIn(bitmap)) found.push(first + place);
    }
    const expected = (found.length * samples) / (sample + 1);
    if (expected > MAX_CANDIDATES) return null;
  }
  for (const gap of gaps) found.push(...(await readSpan(store, table, holds, gap)));
  return found;
}

/** Of each block, by its id, its number. */
async function indexedBlocks(store: Store, table: TableName): Promise<Map<number, number>> {
  const rows = await store
    .selectFrom('search_blocks')
    .select(['id', 'block'])
    .where('table_name', '=', table)
    .where('stale', '=', 0)
    .execute();
  return new Map(rows.map(({ id, block }) => [id, block]));
}

interface Span {
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
}

/** Spans that follow each other are one. */
async function unindexedSpans(
  store: Store,
  table: TableName,
  indexed: ReadonlySet<number>,
): Promise<Span[]> {
  const [least, most] = [
    await outermost(store, table, 'asc'),
    await outermost(store, table, 'desc'),
  ];
  const spans: Span[] = [];
  for (let block = blockOf(least); block <= blockOf(most); block++) {
    if (indexed.has(block)) continue;
    const before = spans.at(-1);
    const isNext = before?.to === block * BLOCK_ROWS;
    if (isNext) spans.pop();
    const from = isNext ? before.from : block * BLOCK_ROWS;
    spans.push({ from, to: (block + 1) * BLOCK_ROWS });
  }
  return spans;
}

const blockOf = (id: number): number => Math.floor(id / BLOCK_ROWS);

async function outermost(store: Store, table: TableName, order: 'asc' | 'desc'): Promise<number> {
  const row = await store
    .selectFrom(anyTable(table))
    .select('id')
    .orderBy('id', order)
    .limit(1)
    .executeTakeFirst();
  return row?.id ?? 0;
}

/** Most spans are short, or empty since their rows are gone. */
async function holdTooMany(store: Store, table: TableName, spans: readonly Span[]) {
  let rows = 0;
  for (const { from, to } of spans) {
    const counted = await store
      .selectFrom(
        store
          .selectFrom(anyTable(table))
          .select('id')
          .where('id', '>=', from)
          .where('id', '<', to)
          .limit(MAX_UNINDEXED + 1)
          .as('some'),
      )
      .select((row) => row.fn.countAll<number>().as('rows'))
      .executeTakeFirstOrThrow();
    rows += counted.rows;
    if (rows > MAX_UNINDEXED) return true;
  }
  return false;
}

async function readSpan(store: Store, table: TableName, holds: Holding, { from, to }: Span) {
  const rows = await store
    .selectFrom(anyTable(table))
    .select('id')
    .where('id', '>=', from)
    .where('id', '<', to)
    .where(holds)
    .execute();
  return rows.map(({ id }) => id);
}

/** What the index has of a row that holds the text, or a number that is written in another way. */
function probesOf(search: string): string[] {
  return [...new Set([foldSearch(search), dialledInSearch(search) ?? foldSearch(search)])];
}

async function lookUpAny(store: Store, blocks: number[], probes: readonly string[]) {
  const bitmaps = new Map<number, Uint8Array>();
  for (const probe of probes) {
    for (const [block, found] of await lookUp(store, blocks, probe)) {
      const bitmap = bitmaps.get(block);
      if (bitmap) addAll(bitmap, found);
      else bitmaps.set(block, found);
    }
  }
  return bitmaps;
}

/** Of each block, by its id, the places where the text may be. */
async function lookUp(
  store: Store,
  blocks: number[],
  folded: string,
): Promise<Map<number, Uint8Array>> {
  const grams = gramsOfSearch(folded);
  return grams.length === 0
    ? lookUpBeginning(store, blocks, folded)
    : lookUpAll(store, blocks, evenly(grams, MAX_GRAMS));
}

/** A place has the text only if it has each of its grams. */
async function lookUpAll(store: Store, blocks: number[], grams: string[]) {
  const found = new Map<number, Map<string, Uint8Array>>();
  for (const { block_id, gram, places } of await entries(store, blocks, grams)) {
    const ofBlock = found.get(block_id) ?? new Map<string, Uint8Array>();
    found.set(block_id, ofBlock.set(gram, decodePlaces(places)));
  }
  const bitmaps = new Map<number, Uint8Array>();
  for (const [block, byGram] of found) {
    const common = everyPlace();
    for (const gram of grams) keepCommon(common, byGram.get(gram) ?? noPlace());
    const always = byGram.get(ALWAYS);
    if (always) addAll(common, always);
    bitmaps.set(block, common);
  }
  return bitmaps;
}

function entries(store: Store, blocks: number[], grams: string[]) {
  return inBlocks(store, blocks)
    .where('gram', 'in', [...grams, ALWAYS])
    .execute();
}

async function lookUpBeginning(store: Store, blocks: number[], folded: string) {
  const bitmaps = new Map<number, Uint8Array>();
  const beginning = await inBlocks(store, blocks)
    .where('gram', '>=', folded)
    .where('gram', '<', `${folded}\u{10ffff}`)
    .execute();
  for (const { block_id, places } of [...beginning, ...(await entries(store, blocks, []))]) {
    const bitmap = bitmaps.get(block_id) ?? noPlace();
    addAll(bitmap, decodePlaces(places));
    bitmaps.set(block_id, bitmap);
  }
  return bitmaps;
}

function inBlocks(store: Store, blocks: number[]) {
  return store
    .selectFrom('search_grams')
    .where('block_id', 'in', blocks)
    .select(['block_id', 'gram', 'places']);
}

/** Some of many, all over the text. */
function evenly<T>(all: readonly T[], count: number): T[] {
  if (all.length <= count) return [...all];
  return all.filter((_, index) => (index * count) % all.length < count);
}
