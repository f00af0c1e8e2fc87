import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { insertRows, openTestStore, participation } from '../../../../tests/support/store';
import { matches } from '../data-filter';
import { allTables, searchableColumns } from '../tables';
import { findCandidates } from './find-candidates';
import { ALWAYS, gramsOf } from './grams';
import { BLOCK_ROWS, decodePlaces, encodePlaces, placesIn } from './postings';
import { refreshSearchIndex } from './search-index';

const table = 'participations' as const;
const NAMES = ['Änne', 'Zoë', 'José', 'Ann', 'Bo', 'Şebnem', 'Groß', '😀Emoji'];

/** Two full blocks and the beginning of a third. */
async function filled(rows = 2 * BLOCK_ROWS + 100) {
  const test = await openTestStore();
  insertRows(
    test,
    table,
    Array.from({ length: rows }, (_, index) =>
      participation({
        email: `person${index.toString(36)}@example.com`,
        firstname: NAMES[index % NAMES.length] ?? null,
        lastname: index === 77 ? 'Quetzalcoatl' : null,
        phone: index === 78 ? '+491602229999' : null,
      }),
    ),
  );
  return test;
}

type Test = Awaited<ReturnType<typeof filled>>;

/** What reading the whole table finds. */
async function read({ store }: Test, search: string): Promise<number[]> {
  const rows = await store
    .selectFrom(table)
    .select('id')
    .where(matches(table, { search }))
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}

const gramsIn = ({ connection }: Test) =>
  connection.prepare('select distinct gram from search_grams').pluck().all() as string[];

describe('the search index', () => {
  it('leads to every row that holds the text, whatever it is', async () => {
    const test = await filled();
    await refreshSearchIndex(test.store);
    const searches = [
      'personx',
      'PERSON1A',
      'zoe',
      'ZOË',
      'gross',
      'şeb',
      '😀e',
      'quetzal',
      '0160 2229999',
      '+49 (0)160 222-9999',
      'tl',
      'tl@',
    ];
    for (const search of [...searches, 'x7@', 'nobody', '\\', "'", 'on%', '_', '😀']) {
      const candidates = await findCandidates(test.store, table, search);
      const expected = await read(test, search);
      expect(new Set(candidates ?? expected), search).toEqual(
        new Set([...(candidates ?? []), ...expected]),
      );
    }
    expect(await findCandidates(test.store, table, 'quetzal')).toEqual([78]);
    expect(await findCandidates(test.store, table, 'no such')).toEqual([]);
  });

  it('finds rows that came after it was made, and texts that were changed', async () => {
    const test = await filled();
    await refreshSearchIndex(test.store);
    insertRows(test, table, [participation({ email: 'newcomer@example.com' })]);
    test.connection.exec(`update participations set lastname = 'Xylophon' where id = 5`);
    expect(await findCandidates(test.store, table, 'newcomer')).toEqual([2 * BLOCK_ROWS + 101]);
    expect(await findCandidates(test.store, table, 'xylo')).toEqual([5]);
  });

  it('reads the table instead where a text is everywhere, or nothing is indexed', async () => {
    const test = await filled(6 * BLOCK_ROWS);
    expect(await findCandidates(test.store, table, 'quetzal')).toBeNull();
    await refreshSearchIndex(test.store);
    expect(await findCandidates(test.store, table, 'example')).toBeNull();
    expect(await findCandidates(test.store, table, 'quetzal')).toEqual([78]);
  });

  it('has nothing left of a row that is gone or was changed, once it is refreshed', async () => {
    const test = await filled();
    await refreshSearchIndex(test.store);
    expect(gramsIn(test)).toContain('tza');
    test.connection.exec('delete from participations where id = 78');
    await refreshSearchIndex(test.store);
    expect(gramsIn(test)).not.toContain('tza');
    test.connection.exec(`update participations set lastname = 'Xylophon' where id = 5`);
    await refreshSearchIndex(test.store);
    expect(gramsIn(test)).toContain('xyl');
    test.connection.exec(`update participations set lastname = null where id = 5`);
    await refreshSearchIndex(test.store);
    expect(gramsIn(test)).not.toContain('xyl');
    test.connection.exec('delete from participations');
    await refreshSearchIndex(test.store);
    expect(gramsIn(test)).toEqual([]);
  });

  it('holds no place of a row that is not there, after rows went at random', async () => {
    const test = await filled();
    await refreshSearchIndex(test.store);
    test.connection.exec('delete from participations where abs(random()) % 3 = 0');
    await refreshSearchIndex(test.store);
    const ids = new Set(test.connection.prepare('select id from participations').pluck().all());
    const entries = test.connection
      .prepare('select block, places from search_grams join search_blocks on id = block_id')
      .all() as { block: number; places: Uint8Array }[];
    expect(entries.length).toBeGreaterThan(0);
    for (const { block, places } of entries) {
      for (const place of placesIn(decodePlaces(places))) {
        if (!ids.has(block * BLOCK_ROWS + place)) expect.unreachable();
      }
    }
  });

  it('forgets what is gone even while it is not wanted to index', async () => {
    const test = await filled();
    await refreshSearchIndex(test.store);
    test.connection.exec('delete from participations where id = 78');
    await refreshSearchIndex(test.store, () => true);
    expect(gramsIn(test)).not.toContain('tza');
    const blocks = test.connection.prepare('select block from search_blocks').pluck().all();
    expect(blocks).toEqual([1]);
    expect(await findCandidates(test.store, table, 'person25')).not.toBeNull();
  });

  it('leaves blocks alone in which nothing has changed', async () => {
    const test = await filled();
    const blocks = () => test.connection.prepare('select id from search_blocks').pluck().all();
    await refreshSearchIndex(test.store);
    const before = blocks();
    expect(before).toHaveLength(2);
    await refreshSearchIndex(test.store);
    expect(blocks()).toEqual(before);
    test.connection.exec('delete from participations where id = 1');
    await refreshSearchIndex(test.store);
    expect(blocks()).toContain(before[1]);
    expect(blocks()).not.toContain(before[0]);
  });

  it('reads rows with very long texts instead of indexing them', () => {
    expect([...gramsOf(['x'.repeat(5_000), 'abc'])]).toEqual([ALWAYS, 'abc', 'bc\n', 'c\n\n']);
  });

  it('learns of every change of a searchable column', async () => {
    const { connection } = await openTestStore();
    for (const { name } of allTables) {
      const trigger = connection
        .prepare(`select sql from sqlite_schema where type = 'trigger' and tbl_name = ?`)
        .pluck()
        .get(name) as string | undefined;
      for (const column of searchableColumns(name)) {
        expect(trigger, `${name}.${column}`).toContain(`old.${column} is not new.${column}`);
      }
    }
  });
});

it('places in a block survive being written, few or many', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer({ min: 0, max: BLOCK_ROWS - 1 }), { maxLength: 1_500 }),
      (places) => {
        const sorted = places.toSorted((a, b) => a - b);
        const encoded = encodePlaces(sorted);
        expect(encoded.length).toBeLessThanOrEqual(BLOCK_ROWS / 8);
        expect([...placesIn(decodePlaces(encoded))]).toEqual(sorted);
      },
    ),
  );
});

it('finds nothing in an empty table', async () => {
  const { store } = await openTestStore();
  expect(await findCandidates(store, table, 'ann')).toEqual([]);
});
