import { z } from 'zod';
import type { Prompt } from '../../../../preload/contract';
import { chose } from '../../engine/chosen';
import { interpolate } from '../../engine/interpolate';
import type { StepContext, StepResult } from '../../engine/step';
import { OTHER, otherOption, readOther } from '../ask/other-option';
import { defineModule } from '../define-module';
import {
  inGroup,
  itemId,
  label,
  longText,
  optionalImage,
  optionalLabel,
  shownWhen,
  variableName,
} from '../fields';
import { texts } from './texts';
import { words } from './words';

const settings = z
  .object({
    ...inGroup('content', {
      question: longText,
    }),
    ...inGroup('choices', {
      options: z
        .array(
          z.object({
            id: itemId,
            label,
            image: optionalImage,
            imageText: shownWhen(optionalLabel, 'image', true),
          }),
        )
        .min(1)
        .max(20),
      otherLabel: optionalLabel,
    }),
    ...inGroup('storage', {
      variable: variableName.default('choice'),
    }),
    ...inGroup('look', {
      look: z.enum(['buttons', 'dropdown']).default('buttons'),
    }),
  })
  .refine(
    ({ options, otherLabel }) => otherLabel === '' || options.every(({ id }) => id !== OTHER),
    { path: ['otherLabel'] },
  );
type Settings = z.infer<typeof settings>;

export const choice = defineModule({
  type: 'choice',
  group: 'decide',
  icon: 'split',
  settings,
  texts,
  words,
  branches: {
    fixed: [{ id: OTHER, optional: false, onlyWith: 'otherLabel' }],
    fromList: { key: 'options', label: 'label' },
  },
  waits: true,
  needs: [],
  sets: ({ variable }) => [variable],
  fills: ({ variable, options }) => options.map(({ label }) => ({ variable, text: label })),
  offers: {
    variable: { key: 'variable', initial: 'choice' },
    list: 'options',
    label: 'label',
    also: [{ id: OTHER, label: 'otherLabel' }],
  },
  stores: { variables: 60 },
  summary: 'question',
  step,
});

function step(context: StepContext<Settings>): StepResult {
  const { settings, event } = context;
  const chosen = event.kind === 'answer' && event.answer.kind === 'choice' ? event.answer : null;
  const answer = chosen && labelOf(context, chosen);
  if (chosen && answer !== null) {
    const optionIds = [chosen.option];
    return { set: chose(settings.variable, { answer, optionIds }), go: chosen.option };
  }
  return {
    ...(event.kind === 'enter' && { say: [settings.question] }),
    ask: promptFor(settings),
  };
}

/** What the participant read, not its template; null for what cannot be chosen. */
function labelOf(
  context: StepContext<Settings>,
  { option, text }: { option: string; text?: string | undefined },
): string | null {
  const { options, otherLabel } = context.settings;
  const listed = options.find(({ id }) => id === option);
  if (listed) return interpolate(listed.label, context);
  return option === OTHER ? readOther(interpolate(otherLabel, context), text) : null;
}

/** Options with a picture are cards, others are replies. */
function promptFor({ options, look, otherLabel }: Settings): Prompt {
  const hasPictures = options.some(({ image }) => image !== '');
  return {
    kind: 'choice',
    ...(look === 'dropdown' ? { look } : hasPictures && { look: 'cards' }),
    options: [
      ...options.map(({ id, label, image, imageText }) => ({
        id,
        label,
        ...(image && { image }),
        ...(imageText && { alt: imageText }),
      })),
      ...otherOption(otherLabel),
    ],
  };
}
