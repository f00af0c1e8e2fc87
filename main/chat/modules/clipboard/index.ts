import { z } from 'zod';
import { defineModule } from '../define-module';
import { inGroup, label, optionalLongText, verbatim } from '../fields';
import { texts } from './texts';
import { words } from './words';

export const clipboard = defineModule({
  type: 'clipboard',
  group: 'say',
  icon: 'clipboard-copy',
  settings: z.object({
    ...inGroup('content', {
      text: optionalLongText,
      content: verbatim,
      label,
    }),
  }),
  texts,
  words,
  branches: { fixed: [{ id: 'next', optional: true }] },
  waits: false,
  needs: [],
  sets: [],
  stores: {},
  summary: 'content',
  step: ({ settings: { text, content, label } }) => ({
    say: [text, { kind: 'copy', text: content, label }],
    go: 'next',
  }),
});
