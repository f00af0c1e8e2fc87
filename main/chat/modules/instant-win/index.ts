import { chose } from '../../engine/chosen';
import type { StepContext, StepResult } from '../../engine/step';
import { acceptedTerms, hasTerms, shownTerms, UNTICKED } from '../accepted-terms';
import { defineModule } from '../define-module';
import { limitPeriod, whoTakesPart } from '../limit';
import { candidates, claimOn } from './candidates';
import { type Prize, type Settings, settings } from './settings';
import { texts } from './texts';
import { words } from './words';

export const instantWin = defineModule({
  type: 'instant_win',
  group: 'promote',
  icon: 'dices',
  settings,
  texts,
  words,
  branches: {
    fixed: [
      { id: 'won', optional: false },
      { id: 'lost', optional: false },
      { id: 'already', optional: true },
    ],
  },
  waits: true,
  needs: [],
  sets: [],
  maySet: ['prize_name'],
  offers: { variable: { name: 'prize_name' }, list: 'prizes', label: 'name' },
  stores: { instant_wins: 60, variables: 60, runtime_log: 7 },
  summary: 'prizes',
  limits: () => 'instant_wins',
  givesOut: true,
  step,
});

function step(context: StepContext<Settings>): StepResult {
  const { settings, event } = context;
  switch (event.kind) {
    case 'enter':
      return { say: [settings.intro], ask: playPrompt(context) };
    case 'answer':
      if (event.answer.kind !== 'confirm') return { ask: playPrompt(context) };
      if (hasTerms(settings) && !event.answer.acceptedTerms)
        return { say: [settings.termsRefused], ask: { ...playPrompt(context), ...UNTICKED } };
      return tryFor(
        candidates(context).map(({ id }) => id),
        context,
      );
    case 'outcome':
      return conclude(context);
    case 'linkOpened':
    case 'idle':
      return { ask: playPrompt(context) };
  }
}

function playPrompt(context: StepContext<Settings>) {
  const { play } = context.settings;
  return { kind: 'confirm' as const, label: play, ...shownTerms(context) };
}

/**
 * Takes the first of these prizes, or records that nothing was won. Stock, winning moments and the
 * limit are taken together with the row: the database says whether there was something to take.
 */
function tryFor(prizeIds: readonly string[], context: StepContext<Settings>): StepResult {
  const { settings, moduleId } = context;
  const prize = settings.prizes.find(({ id }) => id === prizeIds[0]);
  const claim = prize && claimOn(prize, moduleId, context);
  return {
    attempt: {
      kind: 'store',
      store: 'instant_wins',
      row: {
        ...(prize
          ? { result: 'won', prize_name: prize.name, prize_id: prize.id }
          : { result: 'lost' }),
        ...acceptedTerms(context),
      },
      ...limitOf(context),
      ...(claim && { claim }),
    },
    remember: { prizes: prizeIds.join(' ') },
  };
}

function limitOf(context: StepContext<Settings>) {
  const { settings, moduleId, ...now } = context;
  const period = limitPeriod(settings.limit, now.nowMs, settings.timeZone || now.timeZone);
  if (period === null) return {};
  const uniqueKey = JSON.stringify([moduleId, whoTakesPart(context), period]);
  return { uniqueKey, onConflict: 'refuse' as const };
}

/** Without storage nothing can be held back from a second one, so nobody wins. */
function conclude(context: StepContext<Settings>): StepResult {
  const { settings, event, memory } = context;
  if (event.kind !== 'outcome') return lose(settings);
  const [tried, ...left] = (memory.prizes ?? '').split(' ').filter(Boolean);
  const prize = settings.prizes.find(({ id }) => id === tried);
  if (event.outcome === 'stored') return prize ? win(settings, prize) : lose(settings);
  if (event.outcome !== 'refused') return lose(settings);
  if (event.reason === 'duplicate') return refuse(settings);
  return prize ? tryFor(left, context) : lose(settings);
}

function win({ won }: Settings, { id, name }: Prize): StepResult {
  return {
    set: chose('prize_name', { answer: name, optionIds: [id] }),
    say: [won],
    store: [{ store: 'runtime_log', row: { event: 'won' } }],
    go: 'won',
  };
}

function lose({ lost }: Settings): StepResult {
  return { say: [lost], store: [{ store: 'runtime_log', row: { event: 'lost' } }], go: 'lost' };
}

function refuse({ already }: Settings): StepResult {
  return {
    say: [already],
    store: [{ store: 'runtime_log', row: { event: 'play_refused' } }],
    go: 'already',
  };
}
