import { z } from 'zod';
import {
  inGroup,
  itemId,
  label,
  longText,
  optionalLegalText,
  optionalLongText,
  optionalMoment,
  shownWhen,
  timeZone,
} from '../fields';
import { LIMITS, oneMailbox } from '../limit';
import { isWindow, phaseAt } from '../moment-window';

/** Kept apart by its id, however it is renamed: draws refer to it. */
const Prize = z.object({ id: itemId, name: label, number: z.int().min(1).max(10_000).default(1) });

const Giveaway = z
  .object({
    id: itemId,
    name: label,
    from: optionalMoment,
    until: optionalMoment,
    prizes: z.array(Prize).max(50).default([]),
  })
  .refine(isWindow, { path: ['until'] });
export type Giveaway = z.infer<typeof Giveaway>;

export const settings = z.object({
  ...inGroup('prizes', {
    giveaways: z.array(Giveaway).min(1).max(50),
  }),
  ...inGroup('rules', {
    limit: z.enum(LIMITS).default('once'),
    oneMailbox: shownWhen(oneMailbox, 'limit', 'once', 'daily', 'weekly'),
    timeZone,
  }),
  ...inGroup('terms', {
    terms: optionalLongText,
    termsText: optionalLegalText('terms'),
    termsRefused: longText,
  }),
  ...inGroup('labels', {
    takePart: label,
  }),
  ...inGroup('replies', {
    success: longText,
    already: longText,
    inactive: optionalLongText,
  }),
});
export type Settings = z.infer<typeof settings>;

/**
 * The giveaway of this moment. One without dates takes precedence; of several the first in the list
 * counts.
 */
export function activeGiveaway(
  { giveaways, timeZone: zone }: Settings,
  now: { nowMs: number; timeZone: string },
): Giveaway | undefined {
  const timeZone = zone || now.timeZone;
  const isUndated = ({ from, until }: Giveaway): boolean => from === '' && until === '';
  const isOpen = ({ from, until }: Giveaway): boolean =>
    phaseAt(now.nowMs, { from, until, timeZone }) === 'during';
  return giveaways.find(isUndated) ?? giveaways.find(isOpen);
}
