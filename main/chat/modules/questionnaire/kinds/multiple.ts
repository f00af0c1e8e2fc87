import { z } from 'zod';
import { type Entries, entries, MAX_ENTRIES, optionWords, readChosen } from './entries';
import { defineKind } from './kind';

export const multiple = defineKind({
  settings: {
    options: entries,
    minChoices: z.number().int().min(0).max(MAX_ENTRIES).optional(),
    maxChoices: z.number().int().min(1).max(MAX_ENTRIES).optional(),
  },
  chooses: 'several',
  needs: { options: 2 },
  texts: {
    en: {
      name: 'Some of several',
      settings: {
        ...optionWords.en,
        minChoices: 'Choices at least (1 unless set)',
        maxChoices: 'Choices at most (all unless set)',
      },
    },
    de: {
      name: 'Einige von mehreren',
      settings: {
        ...optionWords.de,
        minChoices: 'Mindestens gewählt (sonst 1)',
        maxChoices: 'Höchstens gewählt (sonst alle)',
      },
    },
  },
  prompt: (question) => ({
    kind: 'choices',
    options: question.options,
    ...choicesAllowed(question),
  }),
  read: (question, answer, scope) =>
    answer.kind === 'choices'
      ? readChosen(question.options, answer.options, choicesAllowed(question), scope)
      : null,
});

interface Allowed {
  options: Entries;
  minChoices?: number | undefined;
  maxChoices?: number | undefined;
}

/** An author who asks for more than there is gets all that there is. */
function choicesAllowed({ minChoices = 1, maxChoices, options }: Allowed) {
  const max = Math.min(maxChoices ?? options.length, options.length);
  return { min: Math.min(minChoices, max), max };
}
