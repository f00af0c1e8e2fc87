import { z } from 'zod';
import { languageOf } from '../../engine/chat-language';
import type { StepContext, StepResult, Variables } from '../../engine/step';
import { defineModule } from '../define-module';
import { day, inGroup, itemId, optionalTimeOfDay, shownWhen, timeOfDay, timeZone } from '../fields';
import { type Hours, isOpenAt, nextOpening, WEEKDAYS } from './hours';
import { sayWhen } from './say-when';
import { texts } from './texts';

const Week = z.object({
  id: itemId,
  days: z.array(z.enum(WEEKDAYS)).min(1).max(WEEKDAYS.length),
  from: timeOfDay,
  to: timeOfDay,
});

const missing = { params: { problem: 'setting_missing' } };

const Exception = z
  .object({
    id: itemId,
    day,
    is: z.enum(['closed', 'open']).default('closed'),
    from: shownWhen(optionalTimeOfDay, 'is', 'open'),
    to: shownWhen(optionalTimeOfDay, 'is', 'open'),
  })
  .refine(({ is, from }) => is === 'closed' || from !== '', { path: ['from'], ...missing })
  .refine(({ is, to }) => is === 'closed' || to !== '', { path: ['to'], ...missing });

const settings = z.object({
  ...inGroup('time', {
    hours: z.array(Week).min(1).max(50),
    exceptions: z.array(Exception).max(200).default([]),
    timeZone,
  }),
});
type Settings = z.infer<typeof settings>;

/** Leads on by whether it is open now, and says when it opens next. */
export const openingHours = defineModule({
  type: 'opening_hours',
  group: 'decide',
  icon: 'store',
  settings,
  texts,
  branches: {
    fixed: [
      { id: 'open', optional: false },
      { id: 'closed', optional: false },
    ],
  },
  waits: false,
  needs: [],
  sets: ['opening_hours_open', 'opening_hours_next'],
  stores: {},
  step,
});

function step({ settings, ...context }: StepContext<Settings>): StepResult {
  const { nowMs } = context;
  const hours = hoursOf(settings, context.timeZone);
  if (isOpenAt(nowMs, hours)) return { set: known('yes', ''), go: 'open' };
  const nextMs = nextOpening(nowMs, hours);
  const words = { language: languageOf(context), timeZone: hours.timeZone };
  return { set: known('no', nextMs === null ? '' : sayWhen(nextMs, nowMs, words)), go: 'closed' };
}

const known = (isOpen: string, next: string): Variables => ({
  opening_hours_open: isOpen,
  opening_hours_next: next,
});

function hoursOf({ hours, exceptions, timeZone }: Settings, usual: string): Hours {
  return {
    weekly: hours,
    exceptions: exceptions.map(({ day, is, from, to }) => ({
      day,
      span: is === 'open' ? { from, to } : null,
    })),
    timeZone: timeZone || usual,
  };
}
