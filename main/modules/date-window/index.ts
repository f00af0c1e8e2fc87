import { z } from 'zod';
import { defineModule } from '../define-module';
import { more, optionalMoment, timeZone } from '../fields';
import { isReversed } from '../wall-clock';
import { texts } from './texts';
import { isYearly, phaseAt } from './window';

const settings = z
  .object({ from: optionalMoment, until: optionalMoment, timeZone: more(timeZone) })
  .refine(({ from, until }) => from !== '' || until !== '', {
    path: ['from'],
    params: { problem: 'setting_missing' },
  })
  .refine(({ from, until }) => from === '' || until === '' || isYearly(from) === isYearly(until), {
    path: ['until'],
  })
  .refine(({ from, until }) => !isReversed(from, until), { path: ['until'] });

/** Leads on by whether it is before, during or after a time. */
export const dateWindow = defineModule({
  type: 'date_window',
  group: 'decide',
  icon: 'calendar-clock',
  settings,
  texts,
  branches: {
    fixed: [
      { id: 'during', optional: false },
      { id: 'before', optional: true, onlyWith: 'from' },
      { id: 'after', optional: true, onlyWith: 'until' },
    ],
  },
  waits: false,
  needs: [],
  sets: [],
  stores: {},
  summary: 'from',
  step: ({ settings: { from, until, timeZone }, ...context }) => ({
    go: phaseAt(context.nowMs, { from, until, timeZone: timeZone || context.timeZone }),
  }),
});
