import { z } from 'zod';
import type { Prompt } from '../../../../preload/contract';
import { chose } from '../../engine/chosen';
import { interpolate } from '../../engine/interpolate';
import type { StepContext, StepResult } from '../../engine/step';
import { defineModule } from '../define-module';
import {
  described,
  inGroup,
  itemId,
  label,
  optionalImage,
  optionalLabel,
  optionalLongText,
  optionalVariableName,
  shownWhen,
} from '../fields';
import { texts } from './texts';
import { words } from './words';

const slide = z.object({
  id: itemId,
  title: label,
  text: optionalLongText,
  image: described(optionalImage, 'imageText'),
  imageText: shownWhen(optionalLabel, 'image', true),
  button: optionalLabel,
  branches: z.boolean().default(false),
});

const settings = z
  .object({
    ...inGroup('content', {
      text: optionalLongText,
    }),
    ...inGroup('choices', {
      slides: z.array(slide).min(1).max(20),
    }),
    ...inGroup('silence', {
      onward: optionalLabel,
    }),
    ...inGroup('storage', {
      variable: optionalVariableName,
    }),
  })
  .refine(({ slides, onward }) => onward !== '' || slides.some(({ button }) => button !== ''), {
    path: ['onward'],
    params: { problem: 'setting_missing' },
  });
type Settings = z.infer<typeof settings>;

export const gallery = defineModule({
  type: 'gallery',
  group: 'say',
  icon: 'images',
  settings,
  texts,
  words,
  branches: {
    fixed: [{ id: 'next', optional: true }],
    fromList: { key: 'slides', label: 'title', onlyWith: 'branches' },
  },
  waits: true,
  needs: [],
  sets: [],
  maySet: ({ variable }) => (variable ? [variable] : []),
  fills: ({ variable, slides }) =>
    variable ? slides.map(({ title }) => ({ variable, text: title })) : [],
  offers: { variable: { key: 'variable' }, list: 'slides', label: 'title' },
  stores: { variables: 60 },
  summary: 'slides',
  step,
});

function step(context: StepContext<Settings>): StepResult {
  const { settings, event } = context;
  const answer = event.kind === 'answer' ? event.answer : undefined;
  if (answer?.kind === 'skip') return { go: 'next' };
  const chosen =
    answer?.kind === 'choice'
      ? settings.slides.find(({ id, button }) => id === answer.option && button !== '')
      : undefined;
  if (!chosen) {
    return {
      ...(event.kind === 'enter' && { say: [settings.text] }),
      ask: promptFor(settings),
    };
  }
  const { variable } = settings;
  return {
    ...(variable && {
      set: chose(variable, {
        answer: interpolate(chosen.title, context),
        optionIds: [chosen.id],
      }),
    }),
    go: chosen.branches ? chosen.id : 'next',
  };
}

/** A slide without a button is only to be looked at. */
function promptFor({ slides, onward }: Settings): Prompt {
  return {
    kind: 'choice',
    look: 'cards',
    options: slides.map(({ id, title, text, image, imageText, button }) => ({
      id,
      label: title,
      ...(text && { text }),
      ...(image && { image }),
      ...(imageText && { alt: imageText }),
      ...(button ? { button } : { isPicture: true }),
    })),
    ...(onward && { skip: onward }),
  };
}
