import { z } from 'zod';
import type { StepContext, StepResult } from '../../engine/step';
import { again, askBack, asking, prefilled, type Question, questionBranches } from '../ask/asking';
import { askSettings, DONT_KNOW, dontKnow } from '../ask/settings';
import { defineModule } from '../define-module';
import { longText, more, optionalLabel, optionalLongText, variableName } from '../fields';
import { readKept, readNumber, writeNumber } from './read-number';
import { texts } from './texts';

const { question: questionText, ...commonSettings } = askSettings;

const settings = z
  .object({
    question: questionText,
    variable: variableName,
    min: z.number().optional(),
    max: z.number().optional(),
    integer: z.boolean().default(true),
    mark: z.enum(['point', 'comma']).default('point'),
    invalid: longText,
    askBack: more(optionalLongText),
    placeholder: more(optionalLabel),
    dontKnow,
    ...commonSettings,
  })
  .refine(({ min, max }) => min === undefined || max === undefined || min <= max, {
    path: ['max'],
  });
type Settings = z.infer<typeof settings>;

const question: Question<Settings> = {
  names: ({ variable }) => [variable],
  prompt: ({ settings: { placeholder, variable, mark }, variables }) => ({
    kind: 'text',
    format: 'number',
    placeholder,
    ...prefilled(shownAs(variables[variable], mark)),
  }),
  keep: (context) => {
    const { settings, variables } = context;
    const known = variables[settings.variable] ?? '';
    if (known === DONT_KNOW) return { go: 'next' };
    const reading = readNumber(known, settings.mark);
    const value = readKept(known) ?? (reading?.kind === 'number' ? reading.value : null);
    if (value === null) return null;
    return value === known ? { go: 'next' } : take(value, context);
  },
  take,
  read: (answer, context) => {
    const { settings } = context;
    const { mark, invalid, changeLabel } = settings;
    const typed = answer.kind === 'text' ? answer.text : '';
    const reading = readNumber(typed, mark);
    const values = reading?.kind === 'ask' ? reading.values : reading ? [reading.value] : [];
    const allowed = values.filter((value) => isAllowed(Number(value), settings));
    const [first] = allowed;
    if (first === undefined) return again(question, context, invalid);
    if (reading?.kind === 'number') return take(first, context);
    const meanings = allowed.map((value) => ({ value, shown: writeNumber(value, mark) }));
    return askBack({ text: settings.askBack, instead: invalid, changeLabel }, typed, meanings);
  },
};

export const number = defineModule({
  type: 'number',
  group: 'ask',
  icon: 'hash',
  settings,
  texts,
  branches: questionBranches(),
  stores: { variables: 60 },
  summary: 'question',
  ...asking(question),
});

function isAllowed(number: number, { min = -Infinity, max = Infinity, integer }: Settings) {
  return number >= min && number <= max && (!integer || Number.isInteger(number));
}

/** With a point, whatever the language: conditions calculate with it. */
function take(value: string, { settings }: StepContext<Settings>): StepResult {
  return { set: { [settings.variable]: value }, go: 'next' };
}

/** What was kept has a point, which an input in another language would take for something else. */
function shownAs(known: string | undefined, mark: Settings['mark']): string | undefined {
  const kept = readKept(known ?? '');
  return kept === null ? known : writeNumber(kept, mark);
}
