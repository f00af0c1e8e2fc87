import type { AppError, ChannelName, Input, UserView } from '../../preload/contract';
import { call } from '../app/client';
import { toAppError } from '../app/errors';
import { createScreenStore } from '../app/screen-store';

/** The channels that change users; each answers with all of them. */
export type UserChange = Extract<
  ChannelName,
  'users.add' | 'users.setRole' | 'users.setDisabled' | 'users.remove' | 'users.resetPassphrase'
>;

interface UsersState {
  users: UserView[] | null;
  error: AppError | null;
  load(): Promise<void>;
  change<C extends UserChange>(channel: C, input: Input<C>): Promise<void>;
}

export const useUsersStore = createScreenStore<UsersState>((set) => ({
  users: null,
  error: null,

  load: async () => {
    set({ error: null });
    try {
      set({ users: await call('users.list') });
    } catch (error) {
      set({ error: toAppError(error) });
    }
  },

  change: async (channel, input) => {
    set({ users: await call<UserChange>(channel, input) });
  },
}));
