import type { AppError, UserView } from '../../preload/contract';
import { call } from '../app/client';
import { toAppError } from '../app/errors';
import { createScreenStore } from '../app/screen-store';

interface MyAccessState {
  me: UserView | null;
  hasKeystore: boolean;
  error: AppError | null;
  load(): Promise<void>;
  setKeystore(passphrase: string, enabled: boolean): Promise<void>;
  /** Resolves to the code, which is shown and held nowhere else. */
  makeRecoveryCode(passphrase: string): Promise<string>;
}

export const useMyAccess = createScreenStore<MyAccessState>((set) => ({
  me: null,
  hasKeystore: false,
  error: null,

  load: async () => {
    set({ error: null });
    try {
      const [me, hasKeystore] = await Promise.all([
        call('me.view'),
        call('workspace.keystoreAvailable'),
      ]);
      set({ me, hasKeystore });
    } catch (error) {
      set({ error: toAppError(error) });
    }
  },

  setKeystore: async (passphrase, enabled) => {
    set({ me: await call('me.setKeystore', { passphrase, enabled }) });
  },

  makeRecoveryCode: async (passphrase) => {
    const { recoveryCode } = await call('me.makeRecoveryCode', { passphrase });
    set({ me: await call('me.view') });
    return recoveryCode;
  },
}));
