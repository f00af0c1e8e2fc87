import { z } from 'zod';
import { defineModule } from '../define-module';
import { inGroup, optionalMoment, timeZone } from '../fields';
import { isWindow, phaseAt } from '../moment-window';
import { texts } from './texts';

const settings = z
  .object({
    ...inGroup('time', {
      from: optionalMoment,
      until: optionalMoment,
      timeZone,
    }),
  })
  .refine(({ from, until }) => from !== '' || until !== '', {
    path: ['from'],
    params: { problem: 'setting_missing' },
  })
  .refine(isWindow, { path: ['until'] });

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
