import { z } from 'zod';
import type { Prompt } from '../../../../preload/contract';
import { chose } from '../../engine/chosen';
import { interpolate } from '../../engine/interpolate';
import type { StepContext, StepResult } from '../../engine/step';
import { defineModule } from '../define-module';
import { itemId, label, longText, more, optionalImage, variableName } from '../fields';
import { texts } from './texts';

const settings = z.object({
  question: longText,
  options: z
    .array(z.object({ id: itemId, label, image: optionalImage }))
    .min(1)
    .max(20),
  variable: more(variableName.default('choice')),
});
type Settings = z.infer<typeof settings>;

export const choice = defineModule({
  type: 'choice',
  group: 'decide',
  icon: 'split',
  settings,
  texts,
  branches: { fixed: [], fromList: { key: 'options', label: 'label' } },
  waits: true,
  needs: [],
  sets: ({ variable }) => [variable],
  fills: ({ variable, options }) => options.map(({ label }) => ({ variable, text: label })),
  offers: { variable: { key: 'variable', initial: 'choice' }, list: 'options', label: 'label' },
  stores: { variables: 60 },
  summary: 'question',
  step,
});

function step(context: StepContext<Settings>): StepResult {
  const { settings, event } = context;
  const chosen =
    event.kind === 'answer' && event.answer.kind === 'choice' ? event.answer.option : undefined;
  const option = settings.options.find(({ id }) => id === chosen);
  if (option) {
    // What the participant read, not its template.
    const answer = interpolate(option.label, context);
    return { set: chose(settings.variable, { answer, optionIds: [option.id] }), go: option.id };
  }
  return {
    ...(event.kind === 'enter' && { say: [settings.question] }),
    ask: promptFor(settings),
  };
}

/** Options with a picture are cards, others are replies. */
function promptFor({ options }: Settings): Prompt {
  const hasPictures = options.some(({ image }) => image !== '');
  return {
    kind: 'choice',
    ...(hasPictures && { look: 'cards' }),
    options: options.map(({ id, label, image }) => ({ id, label, ...(image && { image }) })),
  };
}
