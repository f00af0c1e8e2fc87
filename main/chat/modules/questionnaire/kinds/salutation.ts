import { z } from 'zod';
import { usualSalutations } from '../../salutation/usual';
import { type Entries, entries, optionWords, readOne } from './entries';
import { defineKind } from './kind';

/**
 * Like one of several, with the usual options where the author has none. Those are in no list of the settings,
 * so that conditions look for labels.
 */
export const salutation = defineKind({
  settings: { options: entries, usual: z.enum(['en', 'de']).default('en') },
  texts: {
    en: {
      name: 'Salutation',
      settings: {
        ...optionWords.en,
        usual: 'Without options of your own',
        'usual.en': 'Ms, Mr, Mx, Prefer not to say',
        'usual.de': 'Frau, Herr, Divers, Keine Angabe',
      },
    },
    de: {
      name: 'Anrede',
      settings: {
        ...optionWords.de,
        usual: 'Ohne eigene Antworten',
        'usual.en': 'Ms, Mr, Mx, Prefer not to say',
        'usual.de': 'Frau, Herr, Divers, Keine Angabe',
      },
    },
  },
  prompt: (question) => ({ kind: 'choice', options: [...optionsOf(question)] }),
  read: (question, answer, scope) =>
    answer.kind === 'choice' ? readOne({ options: optionsOf(question) }, answer, scope) : null,
});

function optionsOf({ options, usual }: { options: Entries; usual: 'en' | 'de' }): Entries {
  return options.length > 0 ? options : [...usualSalutations[usual]];
}
