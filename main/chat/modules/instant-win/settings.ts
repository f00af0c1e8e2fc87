import { z } from 'zod';
import {
  inGroup,
  itemId,
  label,
  longText,
  optionalDateTime,
  optionalLegalText,
  optionalLongText,
  shownWhen,
  timeZone,
} from '../fields';
import { LIMITS, oneMailbox } from '../limit';

const Prize = z
  .object({
    id: itemId,
    name: label,
    by: z.enum(['percent', 'one_in', 'moments']).default('percent'),
    percent: shownWhen(z.number().min(0).max(100).default(10), 'by', 'percent'),
    oneIn: shownWhen(z.int().min(1).max(1_000_000_000).default(100), 'by', 'one_in'),
    moments: shownWhen(
      z
        .array(z.object({ id: itemId, at: optionalDateTime }))
        .max(500)
        .default([]),
      'by',
      'moments',
    ),
    /** None is as many as are won. */
    stock: shownWhen(z.int().min(1).max(1_000_000).optional(), 'by', 'percent', 'one_in'),
  })
  .refine(({ by, moments }) => by !== 'moments' || moments.some(({ at }) => at !== ''), {
    path: ['moments'],
  });
export type Prize = z.infer<typeof Prize>;

export const settings = z.object({
  ...inGroup('content', {
    intro: optionalLongText,
    play: label,
  }),
  ...inGroup('terms', {
    terms: optionalLongText,
    termsText: optionalLegalText('terms'),
    termsRefused: longText,
  }),
  ...inGroup('prizes', {
    prizes: z
      .array(Prize)
      .min(1)
      .max(50)
      .refine((prizes) => prizes.reduce((sum, prize) => sum + chanceOf(prize), 0) <= 1 + 1e-9, {
        params: { problem: 'chances_too_high' },
      }),
  }),
  ...inGroup('rules', {
    limit: z.enum(LIMITS).default('once'),
    oneMailbox: shownWhen(oneMailbox, 'limit', 'once', 'daily', 'weekly'),
    timeZone,
  }),
  ...inGroup('replies', {
    won: longText,
    lost: longText,
    already: longText,
  }),
});
export type Settings = z.infer<typeof settings>;

/** From 0 to 1; a prize of fixed moments is not drawn. */
export function chanceOf({ by, percent, oneIn }: Pick<Prize, 'by' | 'percent' | 'oneIn'>): number {
  switch (by) {
    case 'percent':
      return percent / 100;
    case 'one_in':
      return 1 / oneIn;
    case 'moments':
      return 0;
  }
}
