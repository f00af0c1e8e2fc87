import { z } from 'zod';
import { emailKey } from '../../chat/email-key';
import type { StepContext, StepResult } from '../../chat/step';
import { defineModule } from '../define-module';
import { itemId, label, longText, optionalLongText } from '../fields';
import { LIMITS, limitPeriod } from './limit';
import { texts } from './texts';

const settings = z.object({
  // One for now: several need dates, which decide between them.
  giveaways: z
    .array(z.object({ id: itemId, name: label }))
    .min(1)
    .max(1),
  limit: z.enum(LIMITS).default('once'),
  terms: optionalLongText,
  takePart: label,
  termsRefused: longText,
  success: longText,
  already: longText,
});
type Settings = z.infer<typeof settings>;

export const giveaway = defineModule({
  type: 'giveaway',
  group: 'promote',
  icon: 'gift',
  settings,
  texts,
  branches: {
    fixed: [
      { id: 'next', optional: true },
      { id: 'already', optional: true },
    ],
  },
  waits: false,
  needs: ['email'],
  sets: ['giveaway_title'],
  stores: { participations: 60, winners: 60, variables: 60, runtime_log: 7 },
  summary: 'giveaways',
  limits: ({ limit }) => (limit === 'unlimited' ? null : 'participations'),
  step,
});

function step(context: StepContext<Settings>): StepResult {
  const { settings, event } = context;
  switch (event.kind) {
    case 'enter':
      return settings.terms ? { ask: termsPrompt(settings) } : attempt(context);
    case 'answer':
      if (event.answer.kind === 'confirm' && event.answer.acceptedTerms) return attempt(context);
      return { say: [settings.termsRefused], ask: termsPrompt(settings) };
    case 'linkOpened':
    case 'idle':
      return { ask: termsPrompt(settings) };
    case 'outcome':
      return event.outcome === 'refused' ? refuse(settings) : accept(context);
  }
}

function termsPrompt({ terms, takePart }: Settings) {
  return { kind: 'confirm' as const, label: takePart, terms };
}

/** The participation's key holds the limit: the database refuses a second row with the same one. */
function attempt(context: StepContext<Settings>): StepResult {
  const { settings, variables, nowMs, timeZone, newId } = context;
  const { id, name } = chosen(settings);
  const address = variables.email ?? '';
  const period = limitPeriod(settings.limit, nowMs, timeZone);
  return {
    attempt: {
      kind: 'store',
      store: 'participations',
      row: { giveaway_id: id, giveaway_name: name, participation_id: newId() },
      ...(period !== null && {
        uniqueKey: JSON.stringify([id, emailKey(address), period]),
        onConflict: 'refuse' as const,
      }),
    },
  };
}

function accept({ settings }: StepContext<Settings>): StepResult {
  return {
    say: [settings.success],
    set: { giveaway_title: chosen(settings).name },
    store: [{ store: 'runtime_log', row: { event: 'participated' } }],
    go: 'next',
  };
}

function refuse(settings: Settings): StepResult {
  return {
    say: [settings.already],
    store: [{ store: 'runtime_log', row: { event: 'participation_refused' } }],
    go: 'already',
  };
}

function chosen({ giveaways }: Settings): Settings['giveaways'][number] {
  const [first] = giveaways;
  if (!first) throw new Error('The schema requires a giveaway.');
  return first;
}
