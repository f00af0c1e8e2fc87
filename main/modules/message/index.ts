import { z } from 'zod';
import { defineModule } from '../define-module';
import { longText } from '../fields';
import { texts } from './texts';

export const message = defineModule({
  type: 'message',
  group: 'say',
  icon: 'message-square',
  settings: z.object({ text: longText }),
  texts,
  branches: { fixed: [{ id: 'next', optional: true }] },
  waits: false,
  needs: [],
  sets: [],
  stores: {},
  summary: 'text',
  step: ({ settings }) => ({ say: [settings.text], go: 'next' }),
});
