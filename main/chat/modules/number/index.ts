import { z } from 'zod';
import { again, asking, prefilled, type Question, questionBranches } from '../ask/asking';
import { askSettings, dontKnow } from '../ask/settings';
import { defineModule } from '../define-module';
import { longText, more, optionalLabel, variableName } from '../fields';
import { readNumber } from './read-number';
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
  prompt: ({ settings: { placeholder, variable }, variables }) => ({
    kind: 'text',
    format: 'number',
    placeholder,
    ...prefilled(variables[variable]),
  }),
  read: (answer, context) => {
    const { settings } = context;
    const number = answer.kind === 'text' ? readNumber(answer.text, settings.mark) : null;
    if (number === null || !isAllowed(number, settings)) {
      return again(question, context, settings.invalid);
    }
    // With a point, whatever the language: conditions calculate with it.
    return { set: { [settings.variable]: String(number) }, go: 'next' };
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
