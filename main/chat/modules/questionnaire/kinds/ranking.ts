import { z } from 'zod';
import { joinLabels } from '../../../engine/chosen';
import { interpolate } from '../../../engine/interpolate';
import { type Entries, entries, MAX_ENTRIES, optionWords } from './entries';
import { defineKind } from './kind';

export const ranking = defineKind({
  settings: { options: entries, top: z.number().int().min(1).max(MAX_ENTRIES).optional() },
  chooses: 'several',
  needs: { options: 2 },
  texts: {
    en: {
      name: 'Order of preference',
      settings: { ...optionWords.en, top: 'How many are put in order (all unless set)' },
    },
    de: {
      name: 'Rangfolge',
      settings: { ...optionWords.de, top: 'Wie viele geordnet werden (sonst alle)' },
    },
  },
  prompt: ({ options, top }) => ({ kind: 'ranking', options, top: countOf(options, top) }),
  /** The first is the most preferred, in the answer and in its ids. */
  read: ({ options, top }, answer, scope) => {
    if (answer.kind !== 'ranking') return null;
    const ids = answer.options;
    const ranked = ids.flatMap((id) => options.find((option) => option.id === id) ?? []);
    const isWhole = ids.length === countOf(options, top) && new Set(ids).size === ids.length;
    if (!isWhole || ranked.length !== ids.length) return null;
    return {
      answer: joinLabels(ranked.map(({ label }) => interpolate(label, scope))),
      optionIds: ids,
    };
  },
});

function countOf(options: Entries, top = options.length): number {
  return Math.min(top, options.length);
}
