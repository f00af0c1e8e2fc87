import { z } from 'zod';
import type { StepResult } from '../../engine/step';
import { defineModule } from '../define-module';
import { inGroup, optionalLabel } from '../fields';
import { texts } from './texts';

const MAX_WAIT_S = 30;

const settings = z.object({
  ...inGroup('rules', {
    seconds: z.number().min(0.1).max(MAX_WAIT_S).default(3),
  }),
  ...inGroup('look', {
    shows: z.enum(['typing', 'nothing']).default('typing'),
  }),
  ...inGroup('silence', {
    skip: optionalLabel,
  }),
});
type Settings = z.infer<typeof settings>;

/**
 * Lets some time pass before what comes next is shown. Nothing waits for it but the screen: the chat has
 * gone on already, so it holds up neither what is stored nor a kiosk that nobody stands at.
 */
export const wait = defineModule({
  type: 'wait',
  group: 'say',
  icon: 'hourglass',
  settings,
  texts,
  branches: { fixed: [{ id: 'next', optional: true }] },
  waits: false,
  needs: [],
  sets: [],
  stores: {},
  step: ({ settings: { seconds, shows, skip } }: { settings: Settings }): StepResult => ({
    say: [
      {
        kind: 'pause',
        delayMs: Math.round(seconds * 1_000),
        showsTyping: shows === 'typing',
        skip,
      },
    ],
    go: 'next',
  }),
});
