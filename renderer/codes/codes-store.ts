import type { AppError, CodePool } from '../../preload/contract';
import { call } from '../app/client';
import { toAppError } from '../app/errors';
import { createScreenStore } from '../app/screen-store';

interface CodesState {
  pools: CodePool[] | null;
  error: AppError | null;
  load(): Promise<void>;
}

export const useCodes = createScreenStore<CodesState>((set) => ({
  pools: null,
  error: null,

  load: async () => {
    set({ error: null });
    try {
      set({ pools: await call('codes.pools') });
    } catch (error) {
      set({ error: toAppError(error) });
    }
  },
}));
