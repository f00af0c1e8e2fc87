import { z } from 'zod';
import { optionalLabel } from '../../fields';
import {
  choicesAllowed,
  clashes,
  entries,
  MAX_ENTRIES,
  offered,
  optionWords,
  otherLabel,
  otherWords,
  readChosen,
} from './entries';
import { defineKind, type SettingsOf } from './kind';

/** How many may be chosen. */
export const choiceLimits = {
  minChoices: z.number().int().min(0).max(MAX_ENTRIES).optional(),
  maxChoices: z.number().int().min(1).max(MAX_ENTRIES).optional(),
};

export const limitWords = {
  en: {
    minChoices: 'Choices at least (1 unless set)',
    maxChoices: 'Choices at most (all unless set)',
  },
  de: {
    minChoices: 'Mindestens gewählt (sonst 1)',
    maxChoices: 'Höchstens gewählt (sonst alle)',
  },
};

const settings = { options: entries, ...choiceLimits, otherLabel, noneLabel: optionalLabel };

export const multiple = defineKind({
  settings,
  chooses: 'several',
  needs: { options: 2 },
  wrong: clashes,
  texts: {
    en: {
      name: 'Some of several',
      settings: {
        ...optionWords.en,
        ...limitWords.en,
        ...otherWords.en,
        noneLabel: 'Label for "None of these", which excludes the rest (empty: not offered)',
      },
    },
    de: {
      name: 'Einige von mehreren',
      settings: {
        ...optionWords.de,
        ...limitWords.de,
        ...otherWords.de,
        noneLabel:
          'Beschriftung für „Nichts davon“, was alles andere ausschließt (leer: nicht angeboten)',
      },
    },
  },
  prompt: (question) => ({ kind: 'choices', options: offered(question), ...allowed(question) }),
  read: (question, answer, scope) =>
    answer.kind === 'choices' ? readChosen(question, answer, allowed(question), scope) : null,
});

function allowed(question: SettingsOf<typeof settings>) {
  const { options, otherLabel } = question;
  return choicesAllowed(options.length + (otherLabel === '' ? 0 : 1), question);
}
