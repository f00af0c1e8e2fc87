import { z } from 'zod';
import type { StepContext } from '../../engine/step';
import { again, asking, prefilled, type Question, questionBranches } from '../ask/asking';
import { dayAt, readDate } from '../ask/calendar-date';
import { askSettings, dontKnow } from '../ask/settings';
import { defineModule } from '../define-module';
import { inGroup, longText, shownWhen, timeZone, variableName } from '../fields';
import { texts } from './texts';
import { words } from './words';

const { question: questionText, ...commonSettings } = askSettings;

/** A day of a certain year; empty is no limit. */
const limit = z
  .string()
  .trim()
  .regex(/^(\d{4}-\d{2}-\d{2})?$/)
  .default('')
  .meta({ widget: 'date' });

const settings = z
  .object({
    ...inGroup('content', {
      question: questionText,
    }),
    ...inGroup('storage', {
      variable: variableName,
    }),
    ...inGroup('time', {
      range: z.enum(['any', 'past', 'future', 'between']).default('any'),
      from: shownWhen(limit, 'range', 'between'),
      to: shownWhen(limit, 'range', 'between'),
      timeZone: shownWhen(timeZone, 'range', 'past', 'future'),
    }),
    ...inGroup('replies', {
      invalid: longText,
    }),
    ...inGroup('silence', {
      dontKnow,
    }),
    ...commonSettings,
  })
  .refine(({ from, to }) => !from || !to || from <= to, { path: ['to'] });
type Settings = z.infer<typeof settings>;

const question: Question<Settings> = {
  names: ({ variable }) => [variable],
  prompt: (context) => ({
    kind: 'text',
    format: 'date',
    placeholder: '',
    ...limitsOf(context),
    ...prefilled(context.variables[context.settings.variable]),
  }),
  read: (answer, context) => {
    const { settings } = context;
    const date = answer.kind === 'text' ? readDate(answer.text) : null;
    if (date === null || !isInRange(date, context)) {
      return again(question, context, settings.invalid);
    }
    return { set: { [settings.variable]: date }, go: 'next' };
  },
};

export const date = defineModule({
  type: 'date',
  group: 'ask',
  icon: 'calendar',
  settings,
  texts,
  words,
  branches: questionBranches(),
  stores: { variables: 60 },
  summary: 'question',
  ...asking(question),
});

function isInRange(date: string, context: StepContext<Settings>): boolean {
  const { earliest = date, latest = date } = limitsOf(context);
  return earliest <= date && date <= latest;
}

/** Today is neither past nor future, and so fits both. */
function limitsOf({ settings, nowMs, timeZone }: StepContext<Settings>): {
  earliest?: string;
  latest?: string;
} {
  const { range, from, to } = settings;
  const today = dayAt(nowMs, settings.timeZone || timeZone);
  switch (range) {
    case 'any':
      return {};
    case 'past':
      return { latest: today };
    case 'future':
      return { earliest: today };
    case 'between':
      return { ...(from && { earliest: from }), ...(to && { latest: to }) };
  }
}
