import { z } from 'zod';
import { optionalTimeOfDay } from '../fields';

/** What times of day are allowed; the same for a question of a questionnaire. */
export const timeSettings = {
  earliest: optionalTimeOfDay,
  latest: optionalTimeOfDay,
  clock: z.enum(['24', '12']).default('24'),
};

export const timeWords = {
  en: {
    earliest: 'Earliest (optional)',
    latest: 'Latest (optional; before the earliest: past midnight)',
    clock: 'Hours from 1 to 12 without AM or PM',
    'clock.24': 'Are those of the morning',
    'clock.12': 'Are asked back',
  },
  de: {
    earliest: 'Frühestens (optional)',
    latest: 'Spätestens (optional; vor „frühestens“: über Mitternacht)',
    clock: 'Stunden von 1 bis 12 ohne Angabe der Tageshälfte',
    'clock.24': 'Gelten für den Vormittag',
    'clock.12': 'Werden zurückgefragt',
  },
};
