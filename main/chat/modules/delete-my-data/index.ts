import { z } from 'zod';
import type { Answer } from '../../../../preload/contract';
import type { Outcome, StepContext, StepResult } from '../../engine/step';
import { framed } from '../ask/asking';
import { idleMinutes } from '../ask/settings';
import { defineModule } from '../define-module';
import { inGroup, label, longText } from '../fields';
import { texts } from './texts';
import { words } from './words';

const settings = z.object({
  ...inGroup('rules', {
    reach: z.enum(['person', 'session']).default('person'),
  }),
  ...inGroup('content', {
    explanation: longText,
    confirmText: longText,
  }),
  ...inGroup('labels', {
    deleteLabel: label,
    keepLabel: label,
  }),
  ...inGroup('replies', {
    doneText: longText,
    heldText: longText,
    notConfirmed: longText,
  }),
  ...inGroup('silence', {
    idleMinutes,
  }),
});
type Settings = z.infer<typeof settings>;

/** How many rows are gone, for the text that says so. */
const DELETED_ROWS = 'deleted_rows';

export const deleteMyData = defineModule({
  type: 'delete_my_data',
  group: 'consent',
  icon: 'user-round-x',
  settings,
  texts,
  words,
  branches: {
    fixed: [
      { id: 'next', optional: true },
      { id: 'kept', optional: true },
      { id: 'idle', optional: false, onlyWith: 'idleMinutes' },
    ],
  },
  waits: true,
  needs: [],
  sets: [],
  maySet: [DELETED_ROWS],
  forgetsOn: ['next'],
  stores: { runtime_log: 7 },
  summary: 'explanation',
  step: (context) => framed(step(context), { idleMinutes: context.settings.idleMinutes }),
});

function step({ event, settings }: StepContext<Settings>): StepResult {
  switch (event.kind) {
    case 'enter':
      return { say: [settings.explanation], ...ask(settings) };
    case 'linkOpened':
      return ask(settings);
    case 'idle':
      return { go: 'idle' };
    case 'answer':
      return afterAnswer(event.answer, settings);
    case 'outcome':
      return afterErasure(event, settings);
  }
}

function ask({ confirmText, deleteLabel, keepLabel }: Settings): StepResult {
  return { ask: { kind: 'confirm', label: deleteLabel, terms: confirmText, skip: keepLabel } };
}

function afterAnswer(answer: Answer, settings: Settings): StepResult {
  if (answer.kind === 'skip') return { go: 'kept' };
  const isConfirmed = answer.kind === 'confirm' && answer.acceptedTerms;
  if (!isConfirmed) return { say: [settings.notConfirmed], ...ask(settings) };
  return { attempt: { kind: 'erase', reach: settings.reach } };
}

/** The chat forgets too: what it still knew, the next module would store again. */
function afterErasure({ value, reason }: Outcome, { doneText, heldText }: Settings): StepResult {
  return {
    forget: true,
    set: { [DELETED_ROWS]: String(value ?? 0) },
    say: reason === 'held' ? [doneText, heldText] : [doneText],
    store: [{ store: 'runtime_log', row: { event: 'data_deleted' } }],
    go: 'next',
  };
}
