import type { AppError, BackupProgress, BackupView } from '../../preload/contract';
import { call } from '../app/client';
import { toAppError } from '../app/errors';
import { createScreenStore } from '../app/screen-store';

interface BackupState {
  /** Undefined until it is known. */
  last: BackupView | null | undefined;
  /** What became of the backup that was asked for. */
  outcome: 'saved' | 'cancelled' | AppError | null;
  isSaving: boolean;
  isCancelling: boolean;
  /** Null while the file dialog is open. */
  progress: BackupProgress | null;
  load(): Promise<void>;
  save(): Promise<void>;
  cancel(): Promise<void>;
  showProgress(progress: BackupProgress): void;
}

/** A backup goes on while another screen is shown, so that its state is not the section's own. */
export const useBackupStore = createScreenStore<BackupState>((set, get) => ({
  last: undefined,
  outcome: null,
  isSaving: false,
  isCancelling: false,
  progress: null,

  load: async () => {
    try {
      set({ last: await call('backup.last') });
    } catch (error) {
      set({ outcome: toAppError(error) });
    }
  },

  save: async () => {
    set({ isSaving: true, isCancelling: false, progress: null, outcome: null });
    try {
      const result = await call('backup.save');
      if (result.outcome === 'saved') set({ last: result.backup, outcome: 'saved' });
      else set({ outcome: result.outcome === 'cancelled' ? 'cancelled' : null });
    } catch (error) {
      set({ outcome: toAppError(error) });
    } finally {
      set({ isSaving: false, progress: null });
    }
  },

  cancel: async () => {
    set({ isCancelling: true });
    await call('backup.cancel');
  },

  showProgress: (progress) => {
    if (get().isSaving) set({ progress });
  },
}));
