import { z } from 'zod';
import { again, asking, type Question, questionBranches } from '../ask/asking';
import { fileRow } from '../ask/file-row';
import { askSettings } from '../ask/settings';
import { defineModule } from '../define-module';
import { inGroup, longText, variableName } from '../fields';
import { readSignature } from './read-signature';
import { texts } from './texts';
import { words } from './words';

const { question: questionText, ...commonSettings } = askSettings;

const settings = z.object({
  ...inGroup('content', {
    question: questionText,
  }),
  ...inGroup('rules', {
    by: z.enum(['drawing', 'initials']).default('drawing'),
  }),
  ...inGroup('replies', {
    invalid: longText,
  }),
  ...inGroup('storage', {
    variable: variableName,
  }),
  ...commonSettings,
});
type Settings = z.infer<typeof settings>;

const question: Question<Settings> = {
  names: ({ variable }) => [variable],
  prompt: ({ settings: { by } }) => ({ kind: 'signature', draws: by === 'drawing' }),
  read: (answer, context) => {
    const { by, variable, invalid } = context.settings;
    const signature = readSignature(answer, by === 'drawing');
    if (!signature) return again(question, context, invalid);
    const { value, file } = signature;
    return {
      set: { [variable]: value },
      ...(file && { store: [fileRow(context, file)] }),
      go: 'next',
    };
  },
};

export const signature = defineModule({
  type: 'signature',
  group: 'ask',
  icon: 'signature',
  settings,
  texts,
  words,
  branches: questionBranches(),
  stores: { files: 30, variables: 60 },
  storesOnlyWhen: { files: { key: 'by', value: 'drawing', initial: 'drawing' } },
  summary: 'question',
  ...asking(question),
});
