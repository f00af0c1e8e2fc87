import { AppError, type KioskSetup } from '../../preload/contract';
import type { Workspace } from '../workspace/workspace';
import type { Handlers } from './router';

/** The screen that participants stand before. */
export interface KioskScreen {
  /** What is on it, or will be after the next unlocking; null without a kiosk. */
  readonly setup: KioskSetup | null;
  enter(setup: KioskSetup): Promise<void>;
  /** Takes it down once `prove` has resolved; if that fails, everything stays as it is. */
  leave(prove: () => Promise<void>): Promise<void>;
}

export function kioskHandlers(workspace: Workspace, screen: KioskScreen) {
  const setup = (): KioskSetup => {
    if (!screen.setup) throw new AppError('ipc.forbidden');
    return screen.setup;
  };
  return {
    'kiosk.start': async (wanted, { kiosk }) => {
      await kiosk.recordStart(wanted);
      await screen.enter(wanted);
    },
    'kiosk.isPending': async () => screen.setup !== null,
    'kiosk.view': async (_, { kiosk, users }) => ({
      ...setup(),
      experienceName: await kiosk.nameOf(setup()),
      users: (await users.list()).filter(({ disabled }) => !disabled),
    }),
    'kiosk.begin': (_, { kiosk }) => kiosk.begin(setup()),
    'kiosk.answer': ({ answer }, { kiosk }) => kiosk.answer(answer),
    'kiosk.openLink': (_, { kiosk }) => kiosk.openLink(),
    'kiosk.idle': (_, { kiosk }) => kiosk.idle(),
    'kiosk.reset': async (_, { kiosk }) => kiosk.reset(),
    // Unlocks anew as that user: nobody leaves a kiosk with the rights of somebody else.
    'kiosk.leave': ({ userId, passphrase }) =>
      screen.leave(async () => {
        await workspace.unlock(userId, passphrase);
        await workspace.unlocked.kiosk.recordEnd();
      }),
  } satisfies Partial<Handlers>;
}
