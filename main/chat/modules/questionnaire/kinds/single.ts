import { entries, optionWords, readChosen } from './entries';
import { defineKind } from './kind';

export const single = defineKind({
  settings: { options: entries },
  needs: { options: 2 },
  texts: {
    en: { name: 'One of several', settings: optionWords.en },
    de: { name: 'Eine von mehreren', settings: optionWords.de },
  },
  prompt: ({ options }) => ({ kind: 'choice', options }),
  read: ({ options }, answer, scope) =>
    answer.kind === 'choice'
      ? readChosen(options, [answer.option], { min: 1, max: 1 }, scope)
      : null,
});
