import { z } from 'zod';
import type { StepContext, StepResult } from '../../engine/step';
import { defineModule } from '../define-module';
import { more, optionalImage, optionalLabel, optionalLongText } from '../fields';
import { texts } from './texts';

const MAX_DELAY_S = 10;

const settings = z
  .object({
    text: optionalLongText,
    image: optionalImage,
    imageText: more(optionalLabel),
    delaySeconds: more(z.number().min(0).max(MAX_DELAY_S).optional()),
  })
  .refine(({ text, image }) => text !== '' || image !== '', {
    path: ['text'],
    params: { problem: 'setting_missing' },
  });
type Settings = z.infer<typeof settings>;

export const message = defineModule({
  type: 'message',
  group: 'say',
  icon: 'message-square',
  settings,
  texts,
  branches: { fixed: [{ id: 'next', optional: true }] },
  waits: false,
  needs: [],
  sets: [],
  stores: {},
  summary: 'text',
  step,
});

/** The picture comes before the text, and the delay before the first of both. */
function step({ settings }: StepContext<Settings>): StepResult {
  const { text, image, imageText, delaySeconds } = settings;
  const pause = delaySeconds === undefined ? {} : { delayMs: Math.round(delaySeconds * 1_000) };
  return {
    say: [
      { kind: 'image', image, alt: imageText, ...(image !== '' && pause) },
      { kind: 'text', text, ...(image === '' && pause) },
    ],
    go: 'next',
  };
}
