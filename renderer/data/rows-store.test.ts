import { beforeEach, describe, expect, it, vi } from 'vitest';
import { NEWEST_FIRST, type RowView } from '../../preload/contract';
import { forgetScreens } from '../app/screen-store';
import { PAGE_ROWS, useRowsStore, type View } from './rows-store';

const VIEW: View = { table: 'participations', filter: {}, sort: NEWEST_FIRST };

/** What main has: lists by number, and whether they are complete. */
let stored: number[];
let lists: Map<number, number[]>;
let found: number | null;
/** While set, main's answers wait for it. */
let delay: Promise<void> | undefined;
let asked: { list?: number; from: number }[];

const numbers = (count: number) => Array.from({ length: count }, (_, index) => count - index);
const row = (id: number): RowView => ({
  id,
  cells: { email: `person${id}@example.org` },
  isMasked: false,
});

async function answer(channel: string, input: { list: number; from: number; to: number }) {
  if (channel === 'data.ids') {
    return { ok: true, value: lists.get(input.list)?.slice(input.from, input.to) };
  }
  asked.push(input);
  await delay;
  const number = lists.has(input.list) ? input.list : lists.size + 1;
  const list = lists.get(number) ?? stored.slice(0, found ?? stored.length);
  lists.set(number, list);
  const rows = list
    .slice(input.from, input.from + PAGE_ROWS)
    .map((id) => (stored.includes(id) ? row(id) : null));
  return {
    ok: true,
    value: { list: number, rows, total: list.length, isComplete: found === null },
  };
}

beforeEach(() => {
  vi.stubGlobal('window', { chatvault: { call: answer, on: () => () => undefined } });
  stored = numbers(1_000);
  lists = new Map();
  found = null;
  delay = undefined;
  asked = [];
  forgetScreens();
});

const store = () => useRowsStore.getState();
const shown = (place: number) =>
  store().pages.get(Math.floor(place / PAGE_ROWS))?.[place % PAGE_ROWS];

describe('the rows by which columns get their widths', () => {
  const ids = () => store().sample.map(({ id }) => id);

  it('are the first that were read, and no others when it is scrolled', async () => {
    await store().read(VIEW);
    expect(ids()).toEqual(numbers(1_000).slice(0, PAGE_ROWS));
    const before = store().sample;
    store().see(690, 710);
    await vi.waitFor(() => expect(shown(710)?.id).toBe(290));
    expect(store().sample).toBe(before);
  });

  it('stay when the rows are ordered or read anew, and are others under another filter', async () => {
    await store().read(VIEW);
    await store().read({ ...VIEW, sort: { column: 'email', descending: false } });
    expect(ids()).toHaveLength(2 * PAGE_ROWS);
    await store().read(VIEW);
    expect(ids()).toHaveLength(2 * PAGE_ROWS);
    await store().read({ ...VIEW, filter: { channel: 'kiosk' } });
    expect(ids()).toHaveLength(PAGE_ROWS);
  });
});

describe('the rows of a table', () => {
  it('are read from the top, and wherever the user scrolls to', async () => {
    await store().read(VIEW);
    expect([shown(0)?.id, store().total, store().isComplete]).toEqual([1_000, 1_000, true]);
    store().see(690, 710);
    await vi.waitFor(() => expect(shown(710)?.id).toBe(290));
    expect(shown(690)?.id).toBe(310);
    expect(store().pages.has(3)).toBe(false);
  });

  it('keep the place of who scrolled when rows are added and deleted', async () => {
    await store().read(VIEW);
    store().see(500, 520);
    await vi.waitFor(() => expect(shown(520)).toBeDefined());
    stored = numbers(1_001).filter((id) => id !== 450);
    await store().read({ ...VIEW });
    expect(store().total).toBe(1_000);
    expect(shown(500)?.id).toBe(501);
    expect(store().pages.has(0)).toBe(false);
  });

  it('begin at the top when the filter or the order changes', async () => {
    await store().read(VIEW);
    store().see(500, 520);
    await store().read({ ...VIEW, filter: { channel: 'kiosk' } });
    expect(shown(0)?.id).toBe(1_000);
    expect(store().sight.first).toBe(0);
  });

  it('are counted to the end after the first of them are there', async () => {
    found = 500;
    await store().read(VIEW);
    expect([store().total, store().isComplete]).toEqual([500, false]);
    store().complete({ list: 99, total: 7 });
    expect(store().isComplete).toBe(false);
    store().complete({ list: 1, total: 1_000 });
    expect([store().total, store().isComplete]).toEqual([1_000, true]);
  });

  it('are complete also where that is known before the first page has come', async () => {
    found = 500;
    store().complete({ list: 1, total: 1_000 });
    await store().read(VIEW);
    expect([store().total, store().isComplete]).toEqual([1_000, true]);
  });

  it('do not mix with those of a filter that was left meanwhile', async () => {
    let arrive = () => {};
    delay = new Promise((resolve) => {
      arrive = resolve;
    });
    const first = store().read({ ...VIEW, filter: { search: 'a' } });
    const second = store().read({ ...VIEW, filter: { search: 'ab' } });
    arrive();
    await Promise.all([first, second]);
    expect(store().view?.filter).toEqual({ search: 'ab' });
    expect(store().list).toBe(2);
  });

  it('are not read where a fast scroll only passes by', async () => {
    await store().read(VIEW);
    asked = [];
    for (let place = 100; place < 1_000; place += 10) store().see(place, place + 20);
    await vi.waitFor(() => expect(shown(999)).toBeDefined());
    expect(asked.length).toBeLessThan(5);
  });

  it('leave a hole where one has gone', async () => {
    await store().read(VIEW);
    stored = stored.filter((id) => id !== 850);
    store().see(150, 160);
    await vi.waitFor(() => expect(shown(149)).toBeDefined());
    expect(shown(150)).toBeNull();
  });

  it('are forgotten at a lock, also an answer that was on its way', async () => {
    await store().read(VIEW);
    let arrive = () => {};
    delay = new Promise((resolve) => {
      arrive = resolve;
    });
    store().see(500, 520);
    forgetScreens();
    arrive();
    await delay;
    await new Promise((resolve) => setTimeout(resolve));
    expect([store().list, store().pages.size, store().selected.size]).toEqual([null, 0, 0]);
  });
});

describe('a selection', () => {
  it('takes rows one by one, and spans of the list that were never read', async () => {
    await store().read(VIEW);
    store().toggle(1_000);
    store().toggle(990);
    store().toggle(1_000);
    expect([...store().selected]).toEqual([990]);
    await store().selectSpan(700, 300);
    expect(store().selected.size).toBe(401);
    expect(store().selected.has(700)).toBe(true);
  });

  it('ends with the filter that it was made under, not with a refresh', async () => {
    await store().read(VIEW);
    store().toggle(1_000);
    await store().read({ ...VIEW });
    expect(store().selected.size).toBe(1);
    await store().read({ ...VIEW, filter: { channel: 'kiosk' } });
    expect(store().selected.size).toBe(0);
  });
});
