import { clashes, entries, offered, optionWords, otherLabel, otherWords, readOne } from './entries';
import { defineKind } from './kind';

export const single = defineKind({
  settings: { options: entries, otherLabel },
  chooses: 'one',
  needs: { options: 2 },
  wrong: clashes,
  texts: {
    en: { name: 'One of several', settings: { ...optionWords.en, ...otherWords.en } },
    de: { name: 'Eine von mehreren', settings: { ...optionWords.de, ...otherWords.de } },
  },
  prompt: (question) => ({ kind: 'choice', options: offered(question) }),
  read: (question, answer, scope) =>
    answer.kind === 'choice' ? readOne(question, answer, scope) : null,
});
