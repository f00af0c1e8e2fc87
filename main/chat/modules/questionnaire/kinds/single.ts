import { entries, optionWords, readOne } from './entries';
import { defineKind } from './kind';

export const single = defineKind({
  settings: { options: entries },
  chooses: 'one',
  needs: { options: 2 },
  texts: {
    en: { name: 'One of several', settings: optionWords.en },
    de: { name: 'Eine von mehreren', settings: optionWords.de },
  },
  prompt: ({ options }) => ({ kind: 'choice', options }),
  read: ({ options }, answer, scope) =>
    answer.kind === 'choice' ? readOne(options, answer.option, scope) : null,
});
