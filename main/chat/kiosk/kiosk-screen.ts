import { AppError, type KioskSetup } from '../../../preload/contract';
import type { AppContext } from '../../foundation/operation/context';
import { part } from '../../foundation/operation/part';

/** The screen that participants stand before. */
export interface KioskScreen {
  /** What is on it, or will be after the next unlocking; null without a kiosk. */
  readonly setup: KioskSetup | null;
  enter(setup: KioskSetup): Promise<void>;
  /** Takes it down once `prove` has resolved; if that fails, everything stays as it is. */
  leave(prove: () => Promise<void>): Promise<void>;
}

export const kioskScreen = part<KioskScreen>('kiosk screen');

/** What is on the kiosk. @throws AppError `ipc.forbidden` without one. */
export function setupOf({ the }: Pick<AppContext, 'the'>): KioskSetup {
  const { setup } = the(kioskScreen);
  if (!setup) throw new AppError('ipc.forbidden');
  return setup;
}
