import type {
  AppError,
  PersonMatches,
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
  /** Whether whole addresses only are searched for. */
  isMasked: boolean;
  /** What was searched for; null before the first search, and of an address that was chosen at once. */
  searched: string | null;
  /** Null while they are on their way. */
  matches: PersonMatches | null;
  /** Null before somebody is chosen; `summary` is null while it is on its way. */
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
  loadMasking(): Promise<void>;
  /** Looks for people; one whose address was typed as a whole is shown at once. */
  search(text: string): Promise<void>;
  showMatches(): void;
  /** Shows a person, of the matches or by a suggestion. */
  find(email: string): Promise<void>;
  refresh(): Promise<void>;
  loadMore(): Promise<void>;
}

/** Before anybody is chosen. */
const NOBODY = { email: null, summary: null, entries: [], next: undefined, error: null };

export const usePersonStore = createScreenStore<PersonState>((set, get) => ({
  typed: '',
  suggestions: [],
  isMasked: false,
  searched: null,
  matches: null,
  email: null,
  summary: null,
  entries: [],
  next: undefined,
  isLoadingMore: false,
  tables: [],
  error: null,
  reading: null,

  type: (typed) => set({ typed }),

  loadMasking: async () => set({ isMasked: (await call('masking.view')).isMasked }),

  suggest: async () => {
    const prefix = get().typed.trim();
    const suggestions = prefix === '' ? [] : await call('privacy.suggest', { prefix });
    if (get().typed.trim() === prefix) set({ suggestions });
  },

  search: async (text) => {
    set({ searched: text, matches: null, ...NOBODY });
    await get().refresh();
    const { searched, matches, email } = get();
    const [first] = matches?.people ?? [];
    if (searched === text && email === null && first?.email && matches?.isExact)
      await get().find(first.email);
  },

  showMatches: () => set({ ...NOBODY, reading: null }),

  find: async (email) => {
    const { matches, searched } = get();
    const isChosen = matches?.people.some((person) => person.email === email);
    set({
      ...NOBODY,
      typed: email,
      email,
      ...(isChosen ? { matches, searched } : { matches: null, searched: null }),
    });
    await get().refresh();
  },

  refresh: async () => {
    const { email, searched } = get();
    const reading = {};
    if (searched !== null) {
      set({ reading, error: null });
      try {
        const matches = await call('privacy.search', { text: searched });
        if (get().reading !== reading) return;
        set({ matches });
      } catch (error) {
        if (get().reading === reading) set({ error: toAppError(error) });
        return;
      }
    }
    if (email === null) return;
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
