import type { AppError, DrawView } from '../../preload/contract';
import { call } from '../app/client';
import { toAppError } from '../app/errors';
import { createScreenStore } from '../app/screen-store';

interface DrawState {
  /** Newest first; null until they are loaded. */
  draws: DrawView[] | null;
  error: AppError | null;
  refresh(): Promise<void>;
  /** With a draw as it is now. */
  replace(draw: DrawView): void;
}

export const useDraws = createScreenStore<DrawState>((set) => ({
  draws: null,
  error: null,
  refresh: async () => {
    try {
      set({ draws: await call('draws.list'), error: null });
    } catch (error) {
      set({ error: toAppError(error) });
    }
  },
  replace: (draw) =>
    set(({ draws }) => ({
      draws: draws?.map((each) => (each.id === draw.id ? draw : each)) ?? null,
    })),
}));
