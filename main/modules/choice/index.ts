import { z } from 'zod';
import { interpolate } from '../../chat/interpolate';
import { defineModule } from '../define-module';
import { itemId, label, longText } from '../fields';
import { texts } from './texts';

export const choice = defineModule({
  type: 'choice',
  group: 'decide',
  icon: 'split',
  settings: z.object({
    question: longText,
    options: z
      .array(z.object({ id: itemId, label }))
      .min(1)
      .max(20),
  }),
  texts,
  branches: { fixed: [], fromList: { key: 'options', label: 'label' } },
  waits: true,
  needs: [],
  sets: ['choice'],
  stores: { variables: 60 },
  summary: 'question',
  step: (context) => {
    const { settings, event } = context;
    const chosen =
      event.kind === 'answer' && event.answer.kind === 'choice' ? event.answer.option : undefined;
    const option = settings.options.find(({ id }) => id === chosen);
    // What the participant read, not its template.
    if (option) return { set: { choice: interpolate(option.label, context) }, go: option.id };
    return {
      ...(event.kind === 'enter' && { say: [settings.question] }),
      ask: { kind: 'choice', options: settings.options },
    };
  },
});
