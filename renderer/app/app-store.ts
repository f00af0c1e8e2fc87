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
  /** To be kept before anything else: it is shown once. */
  recoveryCode: string | null;
  start(): Promise<void>;
  setStatus(status: WorkspaceStatus): void;
  /** Opens the workspace by a call that brings a recovery code, which is shown first. */
  enterWithCode(
    call: () => Promise<{ status: WorkspaceStatus; recoveryCode: string }>,
  ): Promise<void>;
  forgetCode(): void;
  setPreferences(change: Partial<Preferences>): Promise<void>;
  /** Those that were set in this window or in another. */
  takePreferences(preferences: Preferences): Promise<void>;
}

/** Main tells all windows that the workspace is open before the call that opens it has its answer. */
let isEntering = false;

export const useAppStore = create<AppState>()((set, get) => ({
  preferences: { language: 'en', colorScheme: 'auto' },
  status: null,
  failure: null,
  recoveryCode: null,

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
      const isNews = get().status?.state === 'unlocked';
      // The answer to a call and the event say the same twice: what was told in between stays.
      if (status.state !== get().status?.state) {
        forgetScreens();
        notifications.clean();
      }
      // After a lock main shows this page anew: what is typed into this one would be lost.
      set({ status: isNews ? null : status, recoveryCode: null });
    } else if (!isEntering) set({ status });
  },

  enterWithCode: async (open) => {
    isEntering = true;
    try {
      set(await open());
    } finally {
      isEntering = false;
    }
  },

  forgetCode: () => set({ recoveryCode: null }),

  setPreferences: async (change) => get().takePreferences(await call('preferences.set', change)),

  takePreferences: async (preferences) => {
    await i18n.changeLanguage(preferences.language);
    set({ preferences });
  },
}));

export async function lockWorkspace(): Promise<void> {
  await saveScreens();
  await call('workspace.lock');
}
