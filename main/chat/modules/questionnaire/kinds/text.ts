import { cleanLines } from '../../../../foundation/text/clean-text';
import { defineKind } from './kind';

const MAX_TEXT = 5_000;

export const text = defineKind({
  settings: {},
  texts: {
    en: { name: 'Own words', settings: {} },
    de: { name: 'Eigene Worte', settings: {} },
  },
  prompt: () => ({ kind: 'text', format: 'longText', placeholder: '' }),
  read: (_, answer) => {
    const written = answer.kind === 'text' ? cleanLines(answer.text.slice(0, 2 * MAX_TEXT)) : '';
    return written !== '' && written.length <= MAX_TEXT ? { answer: written } : null;
  },
});
