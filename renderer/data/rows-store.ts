import type {
  AppError,
  DataFilter,
  Input,
  Output,
  RowView,
  Sort,
  TableName,
} from '../../preload/contract';
import { MAX_SELECTED_ROWS } from '../../preload/contract';
import { call } from '../app/client';
import { toAppError } from '../app/errors';
import { createScreenStore } from '../app/screen-store';

export const PAGE_ROWS = 100;
/** Some screens above and below; what is further away is read again. */
const KEPT_PAGES = 40;
const SAMPLED_ROWS = 2 * PAGE_ROWS;

export interface View {
  readonly table: TableName;
  readonly filter: DataFilter;
  readonly sort: Sort;
}

type Pages = ReadonlyMap<number, Output<'data.page'>['rows']>;

interface RowsState {
  /** What the rows are of; null before the first. */
  view: View | null;
  /** Main's number for the list of the rows; null while the first page is on its way. */
  list: number | null;
  total: number;
  /** Whether all rows are counted. */
  isComplete: boolean;
  /** By their number in the list. Of a million rows, those around the visible ones are here. */
  pages: Pages;
  /** Columns with a value in a row that was seen. */
  filled: ReadonlySet<string>;
  /** The first rows of each read: columns get their widths by them, whatever is scrolled to. */
  sample: readonly RowView[];
  isReading: boolean;
  /** Changes with every read, and with a lock; an answer to an older one is dropped. */
  reading: object | null;
  error: AppError | null;
  selected: ReadonlySet<number>;
  /** The first and the last place in sight. */
  sight: { first: number; last: number };
  /** Reads rows anew: another view from its top, the same one where the user is. */
  read(view: View): Promise<void>;
  see(first: number, last: number): void;
  /** A list is complete. */
  complete(listed: { list: number; total: number }): void;
  toggle(id: number): void;
  /** Selects the rows between two places, as many as may be. */
  selectSpan(from: number, to: number): Promise<void>;
  clearSelection(): void;
  forget(): void;
}

export const useRowsStore = createScreenStore<RowsState>((set, get, store) => {
  let isFilling = false;
  /** The news may be faster than the first page of what they are about. */
  let lastListed: { list: number; total: number } | null = null;

  /** Reads the pages in sight, one after the other: where a fast scroll passes by, nothing is read. */
  const fill = async (): Promise<void> => {
    if (isFilling) return;
    isFilling = true;
    const mine = get().reading;
    try {
      for (let page = missing(get()); page !== null; page = missing(get())) {
        const { view, list } = get();
        if (!view || list === null) return;
        const answer = await ask({ ...view, list, from: page * PAGE_ROWS });
        if (get().reading !== mine) return;
        set((state) => keep(state, answer, page ?? 0));
      }
    } catch (error) {
      if (get().reading === mine) set({ error: toAppError(error) });
    } finally {
      isFilling = false;
      if (get().reading !== mine) void fill();
    }
  };

  return {
    view: null,
    list: null,
    total: 0,
    isComplete: true,
    pages: new Map(),
    filled: new Set(),
    sample: [],
    isReading: false,
    reading: null,
    error: null,
    selected: new Set(),
    sight: { first: 0, last: 0 },

    read: async (view) => {
      const mine = {};
      const before = get();
      const isSame = JSON.stringify(before.view) === JSON.stringify(view);
      const page = isSame ? Math.floor(before.sight.first / PAGE_ROWS) : 0;
      set({
        view,
        reading: mine,
        isReading: true,
        error: null,
        ...(!isSame && { selected: new Set(), sight: { first: 0, last: 0 } }),
        ...(!isReordered(before.view, view) && { sample: [] }),
      });
      try {
        const replaces = before.list ?? undefined;
        const answer = await ask({
          ...view,
          ...(replaces !== undefined && { replaces }),
          from: page * PAGE_ROWS,
        });
        if (get().reading !== mine) return;
        set((state) => keep({ ...state, list: null }, answer, page));
        set({ isReading: false });
        if (lastListed?.list === answer.list) get().complete(lastListed);
        await fill();
      } catch (error) {
        if (get().reading === mine) set({ error: toAppError(error), isReading: false });
      }
    },

    see: (first, last) => {
      set({ sight: { first, last } });
      void fill();
    },

    complete: (listed) => {
      lastListed = listed;
      if (get().list === listed.list) set({ total: listed.total, isComplete: true });
      void fill();
    },

    toggle: (id) => {
      const selected = new Set(get().selected);
      if (!selected.delete(id) && selected.size < MAX_SELECTED_ROWS) selected.add(id);
      set({ selected });
    },

    selectSpan: async (from, to) => {
      const { list } = get();
      if (list === null) return;
      const span = { from: Math.min(from, to), to: Math.max(from, to) + 1 };
      const ids = await call('data.ids', {
        list,
        from: span.from,
        to: Math.min(span.to, span.from + MAX_SELECTED_ROWS),
      });
      if (get().list === list) set({ selected: new Set(ids) });
    },

    clearSelection: () => set({ selected: new Set() }),

    forget: () => set(store.getInitialState(), true),
  };
});

/** The same rows, in whatever order. */
function isReordered(before: View | null, { sort: _, ...view }: View): boolean {
  if (before === null) return false;
  const { sort: __, ...rows } = before;
  return JSON.stringify(rows) === JSON.stringify(view);
}

function ask(input: Omit<Input<'data.page'>, 'limit'>): Promise<Output<'data.page'>> {
  return call('data.page', { ...input, limit: PAGE_ROWS });
}

/** The first page in sight that is not here. */
function missing({ pages, sight, total }: RowsState): number | null {
  const last = Math.min(sight.last, total - 1);
  for (let page = Math.floor(sight.first / PAGE_ROWS); page * PAGE_ROWS <= last; page++) {
    if (!pages.has(page)) return page;
  }
  return null;
}

/** Adds a page; those of another list go. */
function keep(state: RowsState, answer: Output<'data.page'>, page: number): Partial<RowsState> {
  const { list, total, isComplete, rows } = answer;
  const others = state.list === list ? [...state.pages] : [];
  const near = others
    .toSorted(([a], [b]) => Math.abs(a - page) - Math.abs(b - page))
    .slice(0, KEPT_PAGES - 1);
  const filled = new Set([...state.filled, ...filledColumns(rows)]);
  const pages = new Map([...near, [page, rows]]);
  const sample = state.list === list ? state.sample : sampled(rows, state.sample);
  return { list, total, isComplete, pages, filled, sample };
}

/** What is read anew joins what was read before: columns grow with it and do not jump back. */
function sampled(
  rows: Output<'data.page'>['rows'],
  before: readonly RowView[],
): readonly RowView[] {
  return [...rows.filter((row) => row !== null), ...before].slice(0, SAMPLED_ROWS);
}

/** The columns that hold a value in at least one of the rows. */
function filledColumns(rows: readonly (RowView | null)[]): Set<string> {
  const filled = new Set<string>();
  for (const row of rows) {
    for (const [name, cell] of Object.entries(row?.cells ?? {})) {
      if (cell !== null && cell !== '') filled.add(name);
    }
  }
  return filled;
}
