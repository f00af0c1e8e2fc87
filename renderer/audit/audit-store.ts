import type {
  AppError,
  AuditEntry,
  AuditFilter,
  AuditVerdict,
  ModuleDescriptor,
  Output,
} from '../../preload/contract';
import { call } from '../app/client';
import { toAppError } from '../app/errors';
import { createScreenStore } from '../app/screen-store';

const PAGE_ENTRIES = 100;

interface AuditState {
  filter: AuditFilter;
  /** Null while the first page is on its way. */
  entries: AuditEntry[] | null;
  next: number | undefined;
  users: string[];
  /** For the names of modules in details. */
  modules: ModuleDescriptor[];
  retentionDays: number | null;
  verdict: AuditVerdict | null;
  isLoadingMore: boolean;
  error: AppError | null;
  /** Changes with every read from the top; an answer to an older one is dropped. */
  reading: object | null;
  open(): Promise<void>;
  setFilter(filter: AuditFilter): Promise<void>;
  loadMore(): Promise<void>;
  verify(): Promise<void>;
  forgetVerdict(): void;
  setRetention(days: number): Promise<void>;
}

export const useAuditStore = createScreenStore<AuditState>((set, get) => ({
  filter: {},
  entries: null,
  next: undefined,
  users: [],
  modules: [],
  retentionDays: null,
  verdict: null,
  isLoadingMore: false,
  error: null,
  reading: null,

  open: async () => {
    const reading = {};
    set({ reading, error: null, isLoadingMore: false });
    try {
      const [page, users, modules, settings] = await Promise.all([
        readPage(get().filter),
        call('audit.users'),
        call('modules.list'),
        call('workspace.settings'),
      ]);
      if (get().reading !== reading) return;
      set({ ...page, users, modules, retentionDays: settings.auditRetentionDays });
    } catch (error) {
      if (get().reading === reading) set({ error: toAppError(error) });
    }
  },

  setFilter: async (filter) => {
    set({ filter, entries: null, next: undefined });
    await get().open();
  },

  loadMore: async () => {
    const { entries, next, filter, reading, isLoadingMore, error } = get();
    if (!entries || next === undefined || isLoadingMore || error) return;
    set({ isLoadingMore: true });
    try {
      const page = await readPage(filter, next);
      if (get().reading !== reading) return;
      set({ entries: [...entries, ...page.entries], next: page.next, isLoadingMore: false });
    } catch (failure) {
      if (get().reading === reading) set({ error: toAppError(failure), isLoadingMore: false });
    }
  },

  verify: async () => {
    set({ verdict: await call('audit.verify') });
  },

  forgetVerdict: () => set({ verdict: null }),

  setRetention: async (auditRetentionDays) => {
    const settings = await call('workspace.setAuditRetention', { auditRetentionDays });
    set({ retentionDays: settings.auditRetentionDays });
    await get().open();
  },
}));

async function readPage(filter: AuditFilter, before?: number) {
  const request = { ...filter, limit: PAGE_ENTRIES, ...(before !== undefined && { before }) };
  const { entries, next }: Output<'audit.page'> = await call('audit.page', request);
  return { entries, next };
}
