import { z } from 'zod';
import { defineModule } from '../define-module';
import { inGroup, optionalLongText } from '../fields';
import { texts } from './texts';
import { words } from './words';

export const end = defineModule({
  type: 'end',
  group: 'decide',
  icon: 'circle-stop',
  settings: z.object({
    ...inGroup('content', {
      text: optionalLongText,
    }),
  }),
  texts,
  words,
  branches: { fixed: [] },
  waits: false,
  needs: [],
  sets: [],
  stores: {},
  summary: 'text',
  step: ({ settings }) => ({ say: [settings.text], end: true }),
});
