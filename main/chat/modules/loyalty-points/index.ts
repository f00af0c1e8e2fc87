import { z } from 'zod';
import type { StepContext, StepResult } from '../../engine/step';
import { CODE_POINTS } from '../code-entry/code-points';
import { defineModule } from '../define-module';
import { inGroup, label, longText, shownWhen, timeZone, unspoken } from '../fields';
import { LIMITS, limitPeriod, oneMailbox, whoTakesPart } from '../limit';
import { texts } from './texts';
import { words } from './words';

const settings = z.object({
  ...inGroup('rules', {
    worth: z.enum(['fixed', 'code']).default('fixed'),
    points: shownWhen(z.int().min(1).max(1_000_000).default(10), 'worth', 'fixed'),
    limit: shownWhen(z.enum(LIMITS).default('once'), 'worth', 'fixed'),
    oneMailbox: shownWhen(oneMailbox, 'limit', 'once', 'daily', 'weekly'),
    timeZone,
  }),
  ...inGroup('storage', {
    reason: unspoken(label),
  }),
  ...inGroup('replies', {
    earned: longText,
    already: longText,
  }),
});
type Settings = z.infer<typeof settings>;

export const loyaltyPoints = defineModule({
  type: 'loyalty_points',
  group: 'promote',
  icon: 'coins',
  settings,
  texts,
  words,
  branches: {
    fixed: [
      { id: 'next', optional: true },
      { id: 'already', optional: true },
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

/** First the points, then the balance: it counts what has just been stored. */
function step(context: StepContext<Settings>): StepResult {
  const { event, memory } = context;
  if (event.kind !== 'outcome') return earn(context);
  switch (event.outcome) {
    case 'stored':
    case 'refused':
    case 'off':
      return {
        attempt: { kind: 'look_up', lookup: { of: 'points' } },
        remember: { was: event.outcome },
      };
    case 'found':
    case 'not_found':
    case 'erased':
      return {
        set: {
          points_balance: String(event.value ?? 0),
          // The points of a code are given once.
          ...(context.settings.worth === 'code' && { [CODE_POINTS]: '0' }),
        },
        ...tell(context.settings, memory),
      };
  }
}

function earn(context: StepContext<Settings>): StepResult {
  const { settings, variables, moduleId, nowMs } = context;
  const { reason, limit } = settings;
  const isOfCode = settings.worth === 'code';
  const points = isOfCode ? pointsIn(variables[CODE_POINTS]) : settings.points;
  if (points === 0)
    return { attempt: { kind: 'look_up', lookup: { of: 'points' } }, remember: { was: 'none' } };
  // A code counts its own uses.
  const period = isOfCode ? null : limitPeriod(limit, nowMs, settings.timeZone || context.timeZone);
  return {
    attempt: {
      kind: 'store',
      store: 'loyalty',
      row: { points, remaining: points, reason },
      ...(period !== null && {
        uniqueKey: JSON.stringify([moduleId, whoTakesPart(context), period]),
        onConflict: 'refuse' as const,
      }),
    },
  };
}

function pointsIn(text: string | undefined): number {
  return /^\d{1,7}$/.test(text ?? '') ? Number(text) : 0;
}

/** Without storage nobody gets points, and nothing is said about any. */
function tell({ earned, already }: Settings, { was }: StepContext<Settings>['memory']): StepResult {
  switch (was) {
    case 'stored':
      return { say: [earned], store: [log('points_earned')], go: 'next' };
    case 'refused':
      return { say: [already], store: [log('points_refused')], go: 'already' };
    default:
      return { go: 'next' };
  }
}

function log(event: string) {
  return { store: 'runtime_log' as const, row: { event } };
}
