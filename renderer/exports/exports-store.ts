import type { AppError, ExportRecord, ExportSettings } from '../../preload/contract';
import { call } from '../app/client';
import { toAppError } from '../app/errors';
import { createScreenStore } from '../app/screen-store';

interface ExportsState {
  records: ExportRecord[] | null;
  settings: ExportSettings | null;
  error: AppError | null;
  load(): Promise<void>;
  show(view: Partial<Pick<ExportsState, 'records' | 'settings'>>): void;
}

export const useExports = createScreenStore<ExportsState>((set) => ({
  records: null,
  settings: null,
  error: null,

  load: async () => {
    try {
      const [records, settings] = [await call('exports.list'), await call('exports.settings')];
      set({ records, settings, error: null });
    } catch (error) {
      set({ error: toAppError(error) });
    }
  },

  show: (view) => set(view),
}));
