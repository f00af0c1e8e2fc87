import { z } from 'zod';
import type { AppError, PersonRequest, RequestSummary } from '../../preload/contract';
import { call } from '../app/client';
import { toAppError } from '../app/errors';
import { keepStores } from '../app/place';
import { createScreenStore } from '../app/screen-store';

export const RequestsTab = z.enum(['requests', 'find', 'certificates']);
export type RequestsTab = z.infer<typeof RequestsTab>;

interface RequestsState {
  tab: RequestsTab;
  /** Null before they are loaded. */
  requests: RequestSummary[] | null;
  showsClosed: boolean;
  /** The one that is shown as a page; null for the list. */
  openId: string | null;
  /** Null while it is on its way. */
  request: PersonRequest | null;
  error: AppError | null;
  /** The address with which the dialog for a new request begins; null while it is closed. */
  newFor: string | null;
  setTab(tab: RequestsTab): void;
  /** The search for people, whatever was shown. */
  showFind(): void;
  showClosed(showsClosed: boolean): void;
  load(): Promise<void>;
  open(id: string): Promise<void>;
  /** As it is after something was done about it. */
  show(request: PersonRequest): void;
  back(): void;
  begin(email: string): void;
  endBeginning(): void;
}

export const useRequests = createScreenStore<RequestsState>((set, get) => ({
  tab: 'requests',
  requests: null,
  showsClosed: false,
  openId: null,
  request: null,
  error: null,
  newFor: null,

  setTab: (tab) => set({ tab }),
  showFind: () => set({ tab: 'find', openId: null, request: null, error: null }),
  showClosed: (showsClosed) => set({ showsClosed }),

  load: async () => {
    const { openId } = get();
    try {
      const requests = await call('requests.list');
      set({ requests, error: null });
      if (openId === null) return;
      const request = await call('requests.get', { id: openId });
      if (get().openId === openId) set({ request });
    } catch (thrown) {
      const error = toAppError(thrown);
      // What is not there any more is not shown, either.
      set(error.code === 'request.not_found' ? { error, request: null } : { error });
    }
  },

  open: async (id) => {
    set({ openId: id, request: null, error: null });
    await get().load();
  },

  show: (request) => set({ openId: request.id, request }),
  back: () => set({ openId: null, request: null, error: null, tab: 'requests' }),
  begin: (email) => set({ newFor: email }),
  endBeginning: () => set({ newFor: null }),
}));

keepStores([useRequests], 'requests', {
  shape: z.object({
    tab: RequestsTab,
    showsClosed: z.boolean(),
    openId: z.string().nullable(),
    newFor: z.string().nullable(),
  }),
  of: () => {
    const { tab, showsClosed, openId, newFor } = useRequests.getState();
    return { tab, showsClosed, openId, newFor };
  },
  restore: (kept) => {
    useRequests.setState(kept);
    if (kept.openId !== null) void useRequests.getState().load();
  },
});
