import { z } from 'zod';
import { optionalLabel } from '../../fields';
import { defineKind } from './kind';

/** Words for both ends of what is measured. */
export const scaleEnds = { minLabel: optionalLabel, maxLabel: optionalLabel };

export const scaleEndWords = {
  en: {
    minLabel: 'Words for the lowest number',
    maxLabel: 'Words for the highest number',
  },
  de: {
    minLabel: 'Worte für die niedrigste Zahl',
    maxLabel: 'Worte für die höchste Zahl',
  },
};

export const scale = defineKind({
  settings: {
    highest: z.number().int().min(2).max(10).default(5),
    ...scaleEnds,
  },
  texts: {
    en: {
      name: 'Scale',
      settings: {
        highest: 'Highest number of the scale',
        ...scaleEndWords.en,
      },
    },
    de: {
      name: 'Skala',
      settings: {
        highest: 'Höchste Zahl der Skala',
        ...scaleEndWords.de,
      },
    },
  },
  prompt: ({ highest: max, minLabel, maxLabel }) => ({
    kind: 'scale',
    look: 'numbers',
    min: 1,
    max,
    minLabel,
    maxLabel,
  }),
  read: ({ highest }, answer) => {
    if (answer.kind !== 'scale') return null;
    const { value } = answer;
    const isOnScale = Number.isInteger(value) && value >= 1 && value <= highest;
    return isOnScale ? { answer: String(value), score: value } : null;
  },
});
