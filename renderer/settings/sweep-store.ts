import type { RetentionStatus, SweepReport } from '../../preload/contract';
import { call } from '../app/client';
import { createScreenStore } from '../app/screen-store';

interface SweepState {
  status: RetentionStatus | null;
  load(): Promise<void>;
  sweep(): Promise<SweepReport>;
  cancel(): Promise<void>;
  /** The date is right, however far the clock has jumped. */
  confirmClock(): Promise<void>;
}

/** What is known about deletion: the settings show it, and the notice of a clock far ahead. */
export const useSweepStore = createScreenStore<SweepState>((set, get) => ({
  status: null,

  load: async () => set({ status: await call('retention.status') }),

  sweep: async () => {
    const { status } = get();
    if (status) set({ status: { ...status, isSweeping: true } });
    try {
      return await call('retention.sweep');
    } finally {
      await get().load();
    }
  },

  cancel: () => call('retention.cancelSweep'),

  confirmClock: async () => set({ status: await call('retention.confirmClock') }),
}));
