import { z } from 'zod';
import { defineModule } from '../define-module';
import { label, longText, optionalLongText } from '../fields';
import { texts } from './texts';

export const clipboard = defineModule({
  type: 'clipboard',
  group: 'say',
  icon: 'clipboard-copy',
  settings: z.object({ text: optionalLongText, content: longText, label }),
  texts,
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
