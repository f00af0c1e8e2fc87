import { z } from 'zod';
import { MAX_ANSWER_LENGTH } from '../../../../preload/contract';
import { cleanLine, cleanLines, countCharacters } from '../../../foundation/text/clean-text';
import { again, asking, prefilled, type Question, questionBranches } from '../ask/asking';
import { askSettings, dontKnow } from '../ask/settings';
import { defineModule } from '../define-module';
import { inGroup, longText, optionalLabel, variableName } from '../fields';
import { texts } from './texts';
import { words } from './words';

const { question: questionText, ...commonSettings } = askSettings;

const length = z.number().int().min(1).max(MAX_ANSWER_LENGTH);

const settings = z
  .object({
    ...inGroup('content', {
      question: questionText,
    }),
    ...inGroup('storage', {
      variable: variableName,
    }),
    ...inGroup('rules', {
      multiLine: z.boolean().default(true),
      minLength: length.default(1),
      maxLength: length.default(1_000),
    }),
    ...inGroup('replies', {
      invalid: longText,
    }),
    ...inGroup('look', {
      placeholder: optionalLabel,
    }),
    ...inGroup('silence', {
      dontKnow,
    }),
    ...commonSettings,
  })
  .refine(({ minLength, maxLength }) => minLength <= maxLength, { path: ['maxLength'] });
type Settings = z.infer<typeof settings>;

const question: Question<Settings> = {
  names: ({ variable }) => [variable],
  prompt: ({ settings: { multiLine, placeholder, variable }, variables }) => ({
    kind: 'text',
    format: multiLine ? 'longText' : 'text',
    placeholder,
    ...prefilled(variables[variable]),
  }),
  read: (answer, context) => {
    const { settings } = context;
    const text = answer.kind === 'text' ? readText(answer.text, settings) : null;
    if (text === null) return again(question, context, settings.invalid);
    return { set: { [settings.variable]: text }, go: 'next' };
  },
};

export const freeText = defineModule({
  type: 'free_text',
  group: 'ask',
  icon: 'text-cursor-input',
  settings,
  texts,
  words,
  branches: questionBranches(),
  stores: { variables: 60 },
  summary: 'question',
  ...asking(question),
});

function readText(typed: string, { multiLine, minLength, maxLength }: Settings): string | null {
  // A character takes up to two units; more cannot be short enough, and need not be looked at.
  if (typed.length > 4 * MAX_ANSWER_LENGTH) return null;
  const text = multiLine ? cleanLines(typed) : cleanLine(typed);
  const count = countCharacters(text);
  return count >= minLength && count <= maxLength ? text : null;
}
