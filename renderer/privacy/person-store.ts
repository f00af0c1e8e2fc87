import type {
  AppError,
  PersonSummary,
  TableView,
  TimelineEntry,
  TimelinePlace,
} from '../../preload/contract';
import { call } from '../app/client';
import { toAppError } from '../app/errors';
import { createScreenStore } from '../app/screen-store';
import { useDataStore } from '../data/data-store';

const PAGE_ENTRIES = 100;

interface PersonState {
  /** What stands in the search field. */
  typed: string;
  suggestions: string[];
  /** Null before the first search; `summary` is null while it is on its way. */
  email: string | null;
  summary: PersonSummary | null;
  entries: TimelineEntry[];
  next: TimelinePlace | undefined;
  isLoadingMore: boolean;
  /** Their declarations. */
  tables: TableView[];
  error: AppError | null;
  /** Changes with every search; an answer to an older one is dropped. */
  reading: object | null;
  type(text: string): void;
  suggest(): Promise<void>;
  find(email: string): Promise<void>;
  refresh(): Promise<void>;
  loadMore(): Promise<void>;
}

export const usePersonStore = createScreenStore<PersonState>((set, get) => ({
  typed: '',
  suggestions: [],
  email: null,
  summary: null,
  entries: [],
  next: undefined,
  isLoadingMore: false,
  tables: [],
  error: null,
  reading: null,

  type: (typed) => set({ typed }),

  suggest: async () => {
    const prefix = get().typed.trim();
    const suggestions = prefix === '' ? [] : await call('privacy.suggest', { prefix });
    if (get().typed.trim() === prefix) set({ suggestions });
  },

  find: async (email) => {
    set({ typed: email, email, summary: null, entries: [], next: undefined });
    await get().refresh();
  },

  refresh: async () => {
    const { email } = get();
    if (email === null) return;
    const reading = {};
    set({ reading, error: null, isLoadingMore: false });
    try {
      const [summary, page, tables, modules] = await Promise.all([
        call('privacy.find', { email }),
        call('privacy.timeline', { email, limit: PAGE_ENTRIES }),
        call('data.tables'),
        call('modules.list'),
      ]);
      if (get().reading !== reading) return;
      // Where cells find the names of modules.
      useDataStore.setState({ modules });
      set({ summary, entries: page.entries, next: page.next, tables });
    } catch (error) {
      if (get().reading === reading) set({ error: toAppError(error) });
    }
  },

  loadMore: async () => {
    const { email, entries, next, reading, isLoadingMore } = get();
    if (email === null || !next || isLoadingMore) return;
    set({ isLoadingMore: true });
    try {
      const page = await call('privacy.timeline', { email, after: next, limit: PAGE_ENTRIES });
      if (get().reading !== reading) return;
      set({ entries: [...entries, ...page.entries], next: page.next });
    } finally {
      set({ isLoadingMore: false });
    }
  },
}));
