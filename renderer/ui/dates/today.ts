import { dayOf, type IsoDay } from '../../../preload/contract';

/** By the computer's time zone. */
export const today = (): IsoDay => dayOf(Date.now());
