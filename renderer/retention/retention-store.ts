import type {
  AppError,
  AuditEntry,
  CalendarDay,
  ChannelName,
  DailyTotal,
  LegalHold,
  ModuleDescriptor,
  RetentionPolicyView,
} from '../../preload/contract';
import { call } from '../app/client';
import { toAppError } from '../app/errors';
import { createScreenStore } from '../app/screen-store';

/** Each tab, and the channel that fills it. */
export const TABS = {
  policy: 'retention.policy',
  calendar: 'retention.calendar',
  holds: 'holds.list',
  receipts: 'retention.receipts',
  totals: 'retention.totals',
} as const satisfies Record<string, ChannelName>;
export type Tab = keyof typeof TABS;
export const TAB_NAMES = Object.keys(TABS) as Tab[];

/** As far as the calendar looks ahead: three years, the longest that modules keep something. */
const HORIZON_DAYS = 1_095;

export interface Loaded {
  policy: RetentionPolicyView;
  calendar: CalendarDay[];
  holds: LegalHold[];
  receipts: AuditEntry[];
  totals: DailyTotal[];
}

interface RetentionState extends Partial<Loaded> {
  tab: Tab | null;
  modules: ModuleDescriptor[];
  error: AppError | null;
  /** Changes whenever the screen opens; an answer from before, or from before a lock, is dropped. */
  session: object | null;
  open(): Promise<void>;
  select(tab: Tab): void;
  refresh(tab: Tab): Promise<void>;
  show(views: Partial<Loaded>): void;
}

export const useRetention = createScreenStore<RetentionState>((set, get) => ({
  tab: null,
  modules: [],
  error: null,
  session: null,

  open: async () => {
    const session = {};
    set({ session, error: null });
    await keep(session, async () => ({ modules: await call('modules.list') }));
  },

  select: (tab) => set({ tab, error: null }),

  refresh: async (tab) => {
    await keep(get().session, async () => ({ [tab]: await fetchTab(tab) }));
  },

  show: (views) => set(views),
}));

/** Shows what was fetched, or why it could not be, unless the screen has been left or locked since. */
async function keep(
  session: object | null,
  fetchViews: () => Promise<Partial<RetentionState>>,
): Promise<void> {
  const isCurrent = () => session !== null && useRetention.getState().session === session;
  try {
    const views = await fetchViews();
    if (isCurrent()) useRetention.setState({ ...views, error: null });
  } catch (error) {
    if (isCurrent()) useRetention.setState({ error: toAppError(error) });
  }
}

function fetchTab(tab: Tab): Promise<Loaded[Tab]> {
  return tab === 'calendar' ? call('retention.calendar', { days: HORIZON_DAYS }) : call(TABS[tab]);
}
