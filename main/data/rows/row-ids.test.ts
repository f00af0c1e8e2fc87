import { describe, expect, it } from 'vitest';
import { DataFilter, type Sort } from '../../../preload/contract';
import { DAY_MS, NOW_MS } from '../../../tests/support/now';
import {
  insertRows,
  openTestStore,
  participation,
  type TestStore,
} from '../../../tests/support/store';
import { findCandidates } from '../../foundation/store/search/find-candidates';
import { BLOCK_ROWS } from '../../foundation/store/search/postings';
import { refreshSearchIndex } from '../../foundation/store/search/search-index';
import { type ListRequest, rowIds } from './row-ids';

const table = 'participations' as const;

const PEOPLE = [
  participation({ email: 'Cem@example.com', email_key: 'cem@example.com', firstname: 'Cem' }),
  participation({
    email: 'ann@example.com',
    email_key: 'ann@example.com',
    firstname: null,
    created_at: NOW_MS - 2 * DAY_MS,
    channel: 'kiosk',
  }),
  participation({
    email: 'Bea@example.com',
    email_key: 'bea@example.com',
    firstname: 'bea',
    created_at: NOW_MS - DAY_MS,
    expires_at: NOW_MS + 1,
    experience_id: 'other',
  }),
  participation({ email: 'gone@example.com', firstname: 'Gone', expires_at: NOW_MS }),
].map((row) => ({ firstname: null, ...row }));

async function list(
  filter: DataFilter = {},
  sort: Sort = { column: 'created_at', descending: true },
) {
  const test = await openTestStore();
  insertRows(test, table, PEOPLE);
  return [...(await listRows(test, { table, filter, sort }, () => undefined))];
}

function listRows(
  { store }: TestStore,
  request: ListRequest,
  report: (first: Float64Array) => void,
  signal = new AbortController().signal,
) {
  return rowIds({ store, nowMs: NOW_MS, signal, report }, request);
}

it.each<Sort>([
  { column: 'created_at', descending: true },
  { column: 'email', descending: false },
])(
  'has the same beginning by the index as all of it: many rows that hold a text, by $column',
  async (sort) => {
    const test = await openTestStore();
    const people = Array.from({ length: 5 * BLOCK_ROWS }, (_, index) => {
      const email = `${index % 3 === 0 ? 'needle' : 'hay'}${(index * 7919) % 65_521}@example.com`;
      return participation({ email, email_key: email, created_at: NOW_MS - ((index * 31) % 997) });
    });
    insertRows(test, table, people);
    await refreshSearchIndex(test.store);
    const candidates = await findCandidates(test.store, table, 'needle');
    const needles = people.filter(({ email }) => email.startsWith('needle')).length;
    expect(candidates).toHaveLength(needles);
    const begun: number[] = [];
    const request = { table, filter: { search: 'needle' }, sort };
    const all = await listRows(test, request, (first) => begun.push(...first));
    expect(all).toHaveLength(needles);
    expect(begun).toHaveLength(100);
    expect([...all.subarray(0, 100)]).toEqual(begun);
  },
);

describe('a list of rows', () => {
  it.each<[string, boolean, number[]]>([
    ['created_at', true, [1, 3, 2]],
    ['created_at', false, [2, 3, 1]],
    ['email', false, [2, 3, 1]],
    ['email', true, [1, 3, 2]],
    ['expires_at', false, [3, 1, 2]],
    ['firstname', false, [3, 1, 2]],
    ['firstname', true, [1, 3, 2]],
    ['channel', false, [2, 1, 3]],
    ['no such column; drop table users', false, [1, 2, 3]],
  ])(
    'by %s, falling: %s, is in order, without letter case, empty ones last',
    async (column, descending, ids) => {
      expect(await list({}, { column, descending })).toEqual(ids);
    },
  );

  it.each<[DataFilter, number[]]>([
    [{ search: 'EXAMPLE' }, [1, 3, 2]],
    [{ search: 'be' }, [3]],
    [{ search: 'gone' }, []],
    [{ experienceId: 'other' }, [3]],
    [{ experienceId: 'other', search: 'ann' }, []],
    [{ channel: 'kiosk' }, [2]],
    [{ from: NOW_MS - DAY_MS, to: NOW_MS }, [3]],
    [{ includeIds: [2, 3, 4] }, [3, 2]],
  ])('under the filter %j has the live rows that it means', async (filter, ids) => {
    expect(await list(DataFilter.parse(filter))).toEqual(ids);
  });

  it('hands out its beginning first when it is long, and then all of it', async () => {
    const test = await openTestStore();
    insertRows(
      test,
      table,
      Array.from({ length: 9_000 }, (_, index) =>
        participation({ created_at: NOW_MS + index, email: `p${index}@example.com` }),
      ),
    );
    await refreshSearchIndex(test.store);
    const sort = { column: 'created_at', descending: true };
    for (const filter of [{}, { search: 'example' }]) {
      const parts: number[][] = [];
      const request = { table, filter, sort };
      const all = await listRows(test, request, (part) => parts.push([...part]));
      expect(all).toHaveLength(9_000);
      expect([...all]).toEqual([...all].toSorted((a, b) => b - a));
      expect(parts).toEqual([[...all].slice(0, 100)]);
    }
    const few = { table, filter: { search: 'p77@' }, sort };
    expect([...(await listRows(test, few, () => expect.unreachable()))]).toEqual([78]);
  });

  it('stops after its beginning when nobody waits for the rest', async () => {
    const test = await openTestStore();
    insertRows(
      test,
      table,
      Array.from({ length: 1_000 }, () => participation()),
    );
    const stop = new AbortController();
    const sort = { column: 'created_at', descending: true };
    const request = { table, filter: {}, sort };
    const listing = listRows(test, request, () => stop.abort(), stop.signal);
    await expect(listing).rejects.toThrow();
  });
});

it('orders a million rows by an index where there is one', async () => {
  const { connection } = await openTestStore();
  for (const order of ['created_at desc, id desc', 'email_key, id', 'expires_at, id']) {
    const plan = connection
      .prepare(
        `explain query plan select id from participations where expires_at > 1 order by ${order}`,
      )
      .all() as { detail: string }[];
    expect(plan).toMatchObject([{ detail: expect.stringContaining('COVERING INDEX') }]);
  }
});
