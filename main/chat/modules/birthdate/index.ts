import { z } from 'zod';
import type { StepContext, StepResult } from '../../engine/step';
import { again, asking, prefilled, type Question, questionBranches } from '../ask/asking';
import { ageOn, dayAt, readDate } from '../ask/calendar-date';
import { askSettings } from '../ask/settings';
import { defineModule } from '../define-module';
import { inGroup, longText, timeZone } from '../fields';
import { texts } from './texts';
import { words } from './words';

const { question: questionText, ...commonSettings } = askSettings;

const settings = z.object({
  ...inGroup('content', {
    question: questionText,
  }),
  ...inGroup('rules', {
    minAge: z.number().int().min(0).max(99).default(0),
    timeZone,
  }),
  ...inGroup('replies', {
    tooYoung: longText,
    invalid: longText,
  }),
  ...commonSettings,
});
type Settings = z.infer<typeof settings>;
type Context = StepContext<Settings>;

/** The oldest age that is documented is 122. */
const MAX_AGE = 125;

const question: Question<Settings> = {
  names: () => ['birthdate'],
  prompt: ({ settings, variables, nowMs, timeZone }) => ({
    kind: 'text',
    format: 'date',
    placeholder: '',
    autocomplete: 'bday',
    latest: dayAt(nowMs, settings.timeZone || timeZone),
    ...prefilled(variables.birthdate),
  }),
  keep: (context) => judge(context.variables.birthdate ?? '', context),
  read: (answer, context) => {
    const judged = answer.kind === 'text' ? judge(answer.text, context) : null;
    return judged ?? again(question, context, context.settings.invalid);
  },
};

export const birthdate = defineModule({
  type: 'birthdate',
  group: 'ask',
  icon: 'cake',
  settings,
  texts,
  words,
  branches: questionBranches({ id: 'tooYoung', optional: false, onlyWith: 'minAge' }),
  stores: { variables: 60 },
  summary: 'question',
  ...asking(question),
  leavesUnset: ['idle', 'tooYoung'],
});

/** Null for what cannot be the birthdate of a living person. Of somebody too young nothing is kept. */
function judge(text: string, { settings, nowMs, timeZone }: Context): StepResult | null {
  const today = dayAt(nowMs, settings.timeZone || timeZone);
  const birthdate = readDate(text);
  if (birthdate === null || birthdate > today) return null;
  const age = ageOn(today, birthdate);
  if (age > MAX_AGE) return null;
  if (age < settings.minAge) return { say: [settings.tooYoung], go: 'tooYoung' };
  return { set: { birthdate }, go: 'next' };
}
