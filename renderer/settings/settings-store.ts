import type {
  AppError,
  ModuleDescriptor,
  RetentionStatus,
  SweepReport,
  WorkspaceSettings,
} from '../../preload/contract';
import { call } from '../app/client';
import { toAppError } from '../app/errors';
import { createScreenStore } from '../app/screen-store';

interface SettingsState {
  loaded: {
    workspace: WorkspaceSettings;
    modules: ModuleDescriptor[];
    retention: RetentionStatus;
  } | null;
  error: AppError | null;
  /** Changes with every load; an answer to an older one, or from before a lock, is dropped. */
  loading: object | null;
  load(): Promise<void>;
  setStoreData(storeData: boolean): Promise<void>;
  sweep(): Promise<SweepReport>;
  showSweep(report: SweepReport): void;
}

export const useSettingsStore = createScreenStore<SettingsState>((set, get) => ({
  loaded: null,
  error: null,
  loading: null,

  load: async () => {
    const loading = {};
    set({ loading, error: null });
    try {
      const [workspace, modules, retention] = await Promise.all([
        call('workspace.settings'),
        call('modules.list'),
        call('retention.status'),
      ]);
      if (get().loading === loading) set({ loaded: { workspace, modules, retention } });
    } catch (error) {
      if (get().loading === loading) set({ error: toAppError(error) });
    }
  },

  setStoreData: async (storeData) => {
    const workspace = await call('workspace.setStoreData', { storeData });
    const { loaded } = get();
    if (loaded) set({ loaded: { ...loaded, workspace } });
  },

  sweep: async () => {
    const report = await call('retention.sweep');
    get().showSweep(report);
    return report;
  },

  showSweep: (lastSweep) => {
    const { loaded } = get();
    if (loaded) set({ loaded: { ...loaded, retention: { ...loaded.retention, lastSweep } } });
  },
}));
