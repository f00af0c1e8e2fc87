import { offered } from './entries';
import { defineKind } from './kind';
import { single } from './single';

/** Like one of several, for many options. */
export const dropdown = defineKind({
  ...single,
  texts: {
    en: { name: 'One of a list that opens', settings: single.texts.en.settings },
    de: { name: 'Eine aus einer Liste zum Aufklappen', settings: single.texts.de.settings },
  },
  prompt: (question) => ({ kind: 'choice', look: 'dropdown', options: offered(question) }),
});
