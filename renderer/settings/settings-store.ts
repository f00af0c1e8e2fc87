import type { AppError, WorkspaceSettings } from '../../preload/contract';
import { call } from '../app/client';
import { toAppError } from '../app/errors';
import { createScreenStore } from '../app/screen-store';

interface SettingsState {
  loaded: { workspace: WorkspaceSettings } | null;
  error: AppError | null;
  /** Changes with every load; an answer to an older one, or from before a lock, is dropped. */
  loading: object | null;
  load(): Promise<void>;
  setStoreData(storeData: boolean): Promise<void>;
  setIdleLock(minutes: number | null): Promise<void>;
  setClockJump(days: number): Promise<void>;
}

export const useSettingsStore = createScreenStore<SettingsState>((set, get) => ({
  loaded: null,
  error: null,
  loading: null,

  load: async () => {
    const loading = {};
    set({ loading, error: null });
    try {
      const workspace = await call('workspace.settings');
      if (get().loading === loading) set({ loaded: { workspace } });
    } catch (error) {
      if (get().loading === loading) set({ error: toAppError(error) });
    }
  },

  setStoreData: async (storeData) => {
    const workspace = await call('workspace.setStoreData', { storeData });
    const { loaded } = get();
    if (loaded) set({ loaded: { workspace } });
  },

  setIdleLock: async (idleLockMinutes) => {
    const workspace = await call('workspace.setIdleLock', { idleLockMinutes });
    const { loaded } = get();
    if (loaded) set({ loaded: { workspace } });
  },

  setClockJump: async (clockJumpDays) => {
    const workspace = await call('workspace.setClockJump', { clockJumpDays });
    const { loaded } = get();
    if (loaded) set({ loaded: { workspace } });
  },
}));
