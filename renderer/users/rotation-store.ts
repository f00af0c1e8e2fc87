import type { AppError } from '../../preload/contract';
import { call } from '../app/client';
import { toAppError } from '../app/errors';
import { i18n } from '../app/i18n';
import { notify } from '../app/notify';
import { createScreenStore } from '../app/screen-store';

/** Somebody's access has ended, or a passphrase was replaced. */
type Because = { way: 'ended'; name: string } | { way: 'replaced' };

interface RotationState {
  /** `asking` and `running` have the dialog open. */
  step: 'closed' | 'asking' | 'running';
  /** Why it is offered, if nobody has asked for it. */
  because: Because | null;
  error: AppError | null;
  ask(because?: Because): void;
  close(): void;
  rotate(): Promise<void>;
}

export const useRotation = createScreenStore<RotationState>((set) => ({
  step: 'closed',
  because: null,
  error: null,

  ask: (because) => set({ step: 'asking', because: because ?? null, error: null }),

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
