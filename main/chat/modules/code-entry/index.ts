import { z } from 'zod';
import { cleanLine } from '../../../foundation/text/clean-text';
import type { StepContext, StepResult } from '../../engine/step';
import { defineModule } from '../define-module';
import { codePool, inGroup, label, longText, optionalLabel } from '../fields';
import { CODE_POINTS } from './code-points';
import { texts } from './texts';
import { words } from './words';

const settings = z.object({
  ...inGroup('codes', {
    pool: codePool,
  }),
  ...inGroup('content', {
    question: longText,
  }),
  ...inGroup('look', {
    placeholder: optionalLabel,
  }),
  ...inGroup('rules', {
    attempts: z.int().min(1).max(100).default(5),
  }),
  ...inGroup('silence', {
    skip: optionalLabel,
  }),
  ...inGroup('replies', {
    valid: longText,
    invalid: longText,
    used: longText,
    noAttempts: longText,
  }),
  ...inGroup('labels', {
    goOn: label,
  }),
});
type Settings = z.infer<typeof settings>;

/** Counts the session's attempts, also when the chat comes back to the module. */
const ATTEMPTS = 'code_attempts';

export const codeEntry = defineModule({
  type: 'code_entry',
  group: 'promote',
  icon: 'ticket-check',
  settings,
  texts,
  words,
  branches: {
    fixed: [
      { id: 'next', optional: true },
      { id: 'invalid', optional: false },
      { id: 'used', optional: true },
      { id: 'skip', optional: true, onlyWith: 'skip' },
    ],
  },
  waits: true,
  needs: [],
  sets: [ATTEMPTS],
  maySet: ['code', CODE_POINTS],
  stores: { codes: 60, runtime_log: 7 },
  summary: 'question',
  limits: () => 'codes',
  usesPool: ({ pool }) => ({ id: pool }),
  step,
});

function step(context: StepContext<Settings>): StepResult {
  const { settings, event } = context;
  switch (event.kind) {
    case 'enter':
      return attemptsLeft(context) > 0
        ? { say: [settings.question], ask: codePrompt(settings), set: attemptsMade(context, 0) }
        : { say: [settings.noAttempts], ask: goOnPrompt(settings) };
    case 'answer':
      if (event.answer.kind === 'confirm') return { go: 'invalid' };
      if (event.answer.kind === 'skip') return { go: 'skip' };
      return event.answer.kind === 'text'
        ? use(cleanLine(event.answer.text), settings)
        : { ask: codePrompt(settings) };
    case 'outcome':
      return conclude(context);
    case 'linkOpened':
    case 'idle':
      return { ask: codePrompt(settings) };
  }
}

function codePrompt({ placeholder, skip }: Settings) {
  return {
    kind: 'text' as const,
    format: 'code' as const,
    placeholder,
    autocomplete: 'off',
    ...(skip && { skip }),
  };
}

/** A module that went on by itself would let a loop around it run for ever. */
function goOnPrompt({ goOn }: Settings) {
  return { kind: 'confirm' as const, label: goOn, terms: '' };
}

function use(typed: string, { pool }: Settings): StepResult {
  return {
    attempt: {
      kind: 'store',
      store: 'codes',
      row: { action: 'entered' },
      claim: { of: 'code_use', poolId: pool, code: typed },
      valueInto: 'code',
    },
    remember: { typed },
  };
}

function conclude(context: StepContext<Settings>): StepResult {
  const { settings, event, memory } = context;
  if (event.kind !== 'outcome') return refuse(context, 'invalid');
  switch (event.outcome) {
    case 'stored':
    case 'found':
      return accept(settings, String(event.value ?? memory.typed ?? ''), event.points ?? 0);
    case 'refused':
      return refuse(context, event.reason === 'unknown' ? 'invalid' : 'used');
    case 'off': {
      // Whether the code was used cannot be known, but whether there is such a code can.
      const lookup = { of: 'code', poolId: settings.pool, code: memory.typed ?? '' } as const;
      return { attempt: { kind: 'look_up', lookup } };
    }
    case 'not_found':
    case 'erased':
      return refuse(context, 'invalid');
  }
}

/** A code whose use is not counted is worth nothing: it could be entered again and again. */
function accept({ valid }: Settings, code: string, points: number): StepResult {
  return {
    set: { code, [CODE_POINTS]: String(points), [ATTEMPTS]: '0' },
    say: [valid],
    store: [{ store: 'runtime_log', row: { event: 'code_accepted' } }],
    go: 'next',
  };
}

function refuse(context: StepContext<Settings>, reason: 'invalid' | 'used'): StepResult {
  const { settings } = context;
  const isLast = attemptsLeft(context) <= 1;
  return {
    say: [settings[reason]],
    set: attemptsMade(context, 1),
    store: [{ store: 'runtime_log', row: { event: 'code_refused' } }],
    ...(isLast ? { go: reason } : { ask: codePrompt(settings) }),
  };
}

function attemptsLeft({ settings, variables }: StepContext<Settings>): number {
  return settings.attempts - Number(variables[ATTEMPTS] ?? 0);
}

function attemptsMade({ variables }: StepContext<Settings>, more: 0 | 1): Record<string, string> {
  return { [ATTEMPTS]: String(Number(variables[ATTEMPTS] ?? 0) + more) };
}
