import { notifications } from '@mantine/notifications';
import { create } from 'zustand';
import type { AppError, Preferences, WorkspaceStatus } from '../../preload/contract';
import { call } from './client';
import { toAppError } from './errors';
import { i18n } from './i18n';
import { forgetScreens, saveScreens } from './screen-store';

interface AppState {
  preferences: Preferences;
  status: WorkspaceStatus | null;
  /** Why the app could not start. */
  failure: AppError | null;
  start(): Promise<void>;
  setStatus(status: WorkspaceStatus): void;
  setPreferences(change: Partial<Preferences>): Promise<void>;
}

export const useAppStore = create<AppState>()((set, get) => ({
  preferences: { language: 'en', colorScheme: 'auto' },
  status: null,
  failure: null,

  start: async () => {
    set({ failure: null });
    try {
      const [preferences, status] = await Promise.all([
        call('preferences.get'),
        call('workspace.status'),
      ]);
      await i18n.changeLanguage(preferences.language);
      set({ preferences });
      get().setStatus(status);
    } catch (error) {
      set({ failure: toAppError(error) });
    }
  },

  setStatus: (status) => {
    if (status.state !== 'unlocked') {
      forgetScreens();
      notifications.clean();
    }
    set({ status });
  },

  setPreferences: async (change) => {
    const preferences = await call('preferences.set', change);
    await i18n.changeLanguage(preferences.language);
    set({ preferences });
  },
}));

export async function lockWorkspace(): Promise<void> {
  await saveScreens();
  useAppStore.getState().setStatus(await call('workspace.lock'));
}
