import { z } from 'zod';
import type { StepContext, StepResult } from '../../engine/step';
import { defineModule } from '../define-module';
import { inGroup, label, longText, unspoken } from '../fields';
import { texts } from './texts';
import { words } from './words';

const settings = z.object({
  ...inGroup('rules', {
    points: z.int().min(1).max(1_000_000).default(100),
  }),
  ...inGroup('storage', {
    reason: unspoken(label),
  }),
  ...inGroup('replies', {
    spent: longText,
    tooFew: longText,
  }),
});
type Settings = z.infer<typeof settings>;

export const loyaltyRedemption = defineModule({
  type: 'loyalty_redemption',
  group: 'promote',
  icon: 'hand-coins',
  settings,
  texts,
  words,
  branches: {
    fixed: [
      { id: 'next', optional: true },
      { id: 'too_few', optional: false },
    ],
  },
  waits: false,
  needs: ['email'],
  sets: ['points_balance'],
  stores: { loyalty: 365, runtime_log: 7 },
  summary: 'reason',
  limits: () => 'loyalty',
  givesOut: true,
  step,
});

function step({ settings, event }: StepContext<Settings>): StepResult {
  if (event.kind !== 'outcome') return spend(settings);
  const set = { points_balance: String(event.value ?? 0) };
  switch (event.outcome) {
    case 'stored':
      return { set, say: [settings.spent], store: [log('points_spent')], go: 'next' };
    case 'refused':
    case 'off':
      return { attempt: { kind: 'look_up', lookup: { of: 'points' } } };
    case 'found':
    case 'not_found':
    case 'erased':
      return { set, say: [settings.tooFew], store: [log('too_few_points')], go: 'too_few' };
  }
}

function spend({ points, reason }: Settings): StepResult {
  return {
    attempt: {
      kind: 'store',
      store: 'loyalty',
      row: { points: -points, reason },
      claim: { of: 'points', points },
    },
  };
}

function log(event: string) {
  return { store: 'runtime_log' as const, row: { event } };
}
