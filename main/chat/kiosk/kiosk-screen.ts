import type { z } from 'zod';
import { AppError, Id, KioskSetup } from '../../../preload/contract';
import type { AppContext } from '../../foundation/operation/context';
import { part } from '../../foundation/operation/part';

/** A kiosk that stands, as it is kept: with who has started it, by id, as no name may be seen there. */
export const StandingKiosk = KioskSetup.extend({
  /** Kiosks of earlier versions do not know. */
  startedBy: Id.optional(),
});
export type StandingKiosk = z.infer<typeof StandingKiosk>;

/** The screen that participants stand before. */
export interface KioskScreen {
  /** What is on it, or will be after the next unlocking; null without a kiosk. */
  readonly setup: StandingKiosk | null;
  enter(setup: StandingKiosk): Promise<void>;
  /** Takes it down once `prove` has resolved; if that fails, everything stays as it is. */
  leave(prove: () => Promise<void>): Promise<void>;
}

export const kioskScreen = part<KioskScreen>('kiosk screen');

/** What is on the kiosk. @throws AppError `ipc.forbidden` without one. */
export function setupOf({ the }: Pick<AppContext, 'the'>): StandingKiosk {
  const { setup } = the(kioskScreen);
  if (!setup) throw new AppError('ipc.forbidden');
  return setup;
}
