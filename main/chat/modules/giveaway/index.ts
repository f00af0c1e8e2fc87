import { chose } from '../../engine/chosen';
import type { StepContext, StepResult } from '../../engine/step';
import { acceptedTerms, hasTerms, shownTerms, UNTICKED } from '../accepted-terms';
import { defineModule } from '../define-module';
import { limitPeriod, whoTakesPart } from '../limit';
import { activeGiveaway, type Giveaway, type Settings, settings } from './settings';
import { texts } from './texts';
import { words } from './words';

export const giveaway = defineModule({
  type: 'giveaway',
  group: 'promote',
  icon: 'gift',
  settings,
  texts,
  words,
  branches: {
    fixed: [
      { id: 'next', optional: true },
      { id: 'already', optional: true },
      { id: 'inactive', optional: true },
    ],
  },
  waits: false,
  needs: ['email'],
  sets: [],
  maySet: ['giveaway_title'],
  offers: { variable: { name: 'giveaway_title' }, list: 'giveaways', label: 'name' },
  stores: { participations: 60, winners: 60, variables: 60, runtime_log: 7 },
  summary: 'giveaways',
  limits: ({ limit }) => (limit === 'unlimited' ? null : 'participations'),
  step,
});

function step(context: StepContext<Settings>): StepResult {
  const { settings, event } = context;
  const active = activeGiveaway(settings, context);
  if (!active) return { say: [settings.inactive], go: 'inactive' };
  switch (event.kind) {
    case 'enter':
      return hasTerms(settings) ? { ask: termsPrompt(context) } : attempt(context, active);
    case 'answer':
      if (event.answer.kind === 'confirm' && event.answer.acceptedTerms)
        return attempt(context, active);
      return { say: [settings.termsRefused], ask: { ...termsPrompt(context), ...UNTICKED } };
    case 'linkOpened':
    case 'idle':
      return { ask: termsPrompt(context) };
    case 'outcome':
      return event.outcome === 'refused' ? refuse(settings) : accept(settings, active);
  }
}

function termsPrompt(context: StepContext<Settings>) {
  const { takePart } = context.settings;
  return { kind: 'confirm' as const, label: takePart, ...shownTerms(context) };
}

/** The participation's key holds the limit: the database refuses a second row with the same one. */
function attempt(context: StepContext<Settings>, { id, name }: Giveaway): StepResult {
  const { settings, nowMs, newId } = context;
  const period = limitPeriod(settings.limit, nowMs, settings.timeZone || context.timeZone);
  return {
    attempt: {
      kind: 'store',
      store: 'participations',
      row: {
        giveaway_id: id,
        giveaway_name: name,
        participation_id: newId(),
        ...acceptedTerms(context),
      },
      ...(period !== null && {
        uniqueKey: JSON.stringify([id, whoTakesPart(context), period]),
        onConflict: 'refuse' as const,
      }),
    },
  };
}

function accept({ success }: Settings, { id, name }: Giveaway): StepResult {
  return {
    say: [success],
    set: chose('giveaway_title', { answer: name, optionIds: [id] }),
    store: [{ store: 'runtime_log', row: { event: 'participated' } }],
    go: 'next',
  };
}

function refuse({ already }: Settings): StepResult {
  return {
    say: [already],
    store: [{ store: 'runtime_log', row: { event: 'participation_refused' } }],
    go: 'already',
  };
}
