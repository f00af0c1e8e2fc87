import { z } from 'zod';
import { chose } from '../../engine/chosen';
import type { StepContext, StepResult } from '../../engine/step';
import { defineModule } from '../define-module';
import {
  inGroup,
  itemId,
  label,
  longText,
  optionalImage,
  optionalLabel,
  optionalLongText,
  shownWhen,
} from '../fields';
import { texts } from './texts';
import { words } from './words';

const settings = z.object({
  ...inGroup('content', {
    question: longText,
    unit: label,
  }),
  ...inGroup('prizes', {
    rewards: z
      .array(
        z.object({
          id: itemId,
          name: label,
          points: z.int().min(0).max(1_000_000).default(100),
          text: optionalLongText,
          image: optionalImage,
          imageText: shownWhen(optionalLabel, 'image', true),
        }),
      )
      .min(1)
      .max(30),
  }),
  ...inGroup('silence', {
    skip: label,
  }),
});
type Settings = z.infer<typeof settings>;

/** Shows what points are good for; to spend them is the redemption's part. */
export const loyaltyRewards = defineModule({
  type: 'loyalty_rewards',
  group: 'promote',
  icon: 'award',
  settings,
  texts,
  words,
  branches: {
    fixed: [{ id: 'skip', optional: true }],
    fromList: { key: 'rewards', label: 'name' },
  },
  waits: true,
  needs: ['email'],
  sets: ['points_balance'],
  maySet: ['reward'],
  offers: { variable: { name: 'reward' }, list: 'rewards', label: 'name' },
  stores: {},
  summary: 'rewards',
  step,
});

function step(context: StepContext<Settings>): StepResult {
  const { settings, event, memory } = context;
  switch (event.kind) {
    case 'enter':
      return { attempt: { kind: 'look_up', lookup: { of: 'points' } } };
    case 'outcome': {
      const balance = Number(event.value ?? 0);
      return {
        set: { points_balance: String(balance) },
        say: [settings.question],
        ...offer(settings, balance),
      };
    }
    case 'answer':
      return choose(context);
    case 'linkOpened':
    case 'idle':
      return offer(settings, Number(memory.balance));
  }
}

function choose({ settings, event, memory }: StepContext<Settings>): StepResult {
  const balance = Number(memory.balance);
  const answer = event.kind === 'answer' ? event.answer : null;
  if (answer?.kind === 'skip') return { go: 'skip' };
  const chosen =
    answer?.kind === 'choice' && settings.rewards.find(({ id }) => id === answer.option);
  if (!chosen || chosen.points > balance) return offer(settings, balance);
  return {
    set: chose('reward', { answer: chosen.name, optionIds: [chosen.id] }),
    go: chosen.id,
  };
}

function offer({ rewards, unit, skip }: Settings, balance: number): StepResult {
  return {
    ask: {
      kind: 'choice',
      look: 'cards',
      options: rewards.map(({ id, name, points, text, image, imageText }) => ({
        id,
        label: name,
        text: [`${points} ${unit}`, text].filter(Boolean).join('\n'),
        ...(image && { image }),
        ...(imageText && { alt: imageText }),
        disabled: points > balance,
      })),
      skip,
    },
    remember: { balance: String(balance) },
  };
}
