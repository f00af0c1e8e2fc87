import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { RowView } from '../../preload/contract';
import { forgetScreens } from '../app/screen-store';
import { useDataStore } from './data-store';

const columns = [{ name: 'email', kind: 'text', personal: true, technical: false }];
let stored: RowView[];
/** While set, main's answers wait for it. */
let delay: Promise<void> | undefined;

function rowsUpTo(id: number): RowView[] {
  return Array.from({ length: id }, (_, index) => ({
    id: id - index,
    cells: { email: `person${id - index}@example.org` },
  }));
}

function page({ before, limit }: { before?: number; limit: number }) {
  const below = stored.filter(({ id }) => before === undefined || id < before);
  const rows = below.slice(0, limit);
  const next = below.length > limit ? rows.at(-1)?.id : undefined;
  return { rows, total: stored.length, ...(next !== undefined && { next }) };
}

async function answer(channel: string, input: unknown) {
  if (channel === 'data.tables') {
    return { ok: true, value: [{ name: 'participations', columns, rows: stored.length }] };
  }
  if (channel !== 'data.page') return { ok: false, error: { code: 'internal', params: {} } };
  const value = page(input as { limit: number });
  await delay;
  return { ok: true, value };
}

beforeEach(() => {
  vi.stubGlobal('window', { chatvault: { call: answer, on: () => () => undefined } });
  stored = rowsUpTo(350);
  delay = undefined;
  forgetScreens();
});

const store = () => useDataStore.getState();

describe('the data screen', () => {
  it('reads the newest rows first, and more as the user scrolls, to the end', async () => {
    await store().refresh();
    expect(
      store()
        .rows?.map(({ id }) => id)
        .slice(0, 2),
    ).toEqual([350, 349]);
    expect(store().rows).toHaveLength(100);
    for (let scroll = 0; scroll < 5; scroll++) await store().loadMore();
    expect(store().rows?.map(({ id }) => id)).toEqual(stored.map(({ id }) => id));
  });

  it('keeps the place of who scrolled when rows are added and deleted', async () => {
    await store().refresh();
    await store().loadMore();
    stored = rowsUpTo(351).filter(({ id }) => id !== 340);
    await store().refresh();
    expect(store().rows).toHaveLength(200);
    expect(store().rows?.[0]?.id).toBe(351);
    expect(store().rows?.some(({ id }) => id === 340)).toBe(false);
    expect(store().total).toBe(350);
  });

  it('forgets everything at a lock, also an answer that was on its way', async () => {
    await store().refresh();
    let arrive = () => {};
    delay = new Promise((resolve) => {
      arrive = resolve;
    });
    const loading = store().loadMore();
    forgetScreens();
    arrive();
    await loading;
    expect(store().rows).toBeNull();
    expect(store().tables).toBeNull();
  });
});
