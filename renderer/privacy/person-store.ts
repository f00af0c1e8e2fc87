import type { AppError, PersonMatches } from '../../preload/contract';
import { call } from '../app/client';
import { toAppError } from '../app/errors';
import { onPersonErased } from '../app/place';
import { createScreenStore } from '../app/screen-store';

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
  /** Null before somebody is chosen. */
  email: string | null;
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
  find(email: string): void;
  /** Searches again for what was searched for. */
  refresh(): Promise<void>;
}

/** Before anybody is chosen. */
const NOBODY = { email: null, error: null };

export const usePersonStore = createScreenStore<PersonState>((set, get) => ({
  typed: '',
  suggestions: [],
  isMasked: false,
  searched: null,
  matches: null,
  email: null,
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
      get().find(first.email);
  },

  showMatches: () => set({ ...NOBODY, reading: null }),

  find: (email) => {
    const { matches, searched } = get();
    const isChosen = matches?.people.some((person) => person.email === email);
    set({
      ...NOBODY,
      typed: email,
      email,
      ...(isChosen ? { matches, searched } : { matches: null, searched: null }),
    });
  },

  refresh: async () => {
    const { searched } = get();
    if (searched === null) return;
    const reading = {};
    set({ reading, error: null });
    try {
      const matches = await call('privacy.search', { text: searched });
      if (get().reading === reading) set({ matches });
    } catch (error) {
      if (get().reading === reading) set({ error: toAppError(error) });
    }
  },
}));

/** What was searched for, and who was found, may be the person. Whether addresses are masked stays known. */
onPersonErased(() => {
  const { isMasked } = usePersonStore.getState();
  usePersonStore.setState({ ...usePersonStore.getInitialState(), isMasked });
});
