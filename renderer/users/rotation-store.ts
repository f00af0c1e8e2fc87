import type { AppError } from '../../preload/contract';
import { call } from '../app/client';
import { toAppError } from '../app/errors';
import { i18n } from '../app/i18n';
import { notify } from '../app/notify';
import { createScreenStore } from '../app/screen-store';

interface RotationState {
  /** `asking` and `running` have the dialog open. */
  step: 'closed' | 'asking' | 'running';
  /** Whose access has just ended, if that is why it is offered. */
  endedFor: string | null;
  error: AppError | null;
  ask(endedFor?: string): void;
  close(): void;
  rotate(): Promise<void>;
}

export const useRotation = createScreenStore<RotationState>((set) => ({
  step: 'closed',
  endedFor: null,
  error: null,

  ask: (endedFor) => set({ step: 'asking', endedFor: endedFor ?? null, error: null }),

  close: () => set({ step: 'closed' }),

  rotate: async () => {
    set({ step: 'running', error: null });
    try {
      await call('workspace.rotateKey');
      set({ step: 'closed' });
      notify(i18n.t('users:key.done'));
    } catch (error) {
      set({ step: 'asking', error: toAppError(error) });
    }
  },
}));
