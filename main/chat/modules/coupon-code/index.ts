import { z } from 'zod';
import type { ChatMessage } from '../../../../preload/contract';
import type { StepContext, StepResult } from '../../engine/step';
import { defineModule } from '../define-module';
import { codePool, inGroup, label, longText, shownWhen, timeZone } from '../fields';
import { LIMITS, limitPeriod, oneMailbox, whoTakesPart } from '../limit';
import { canEncode, SYMBOLOGIES } from './symbology';
import { texts } from './texts';
import { words } from './words';

const settings = z.object({
  ...inGroup('codes', {
    pool: codePool,
    show: z.enum(['text', ...SYMBOLOGIES]).default('text'),
  }),
  ...inGroup('rules', {
    limit: z.enum(LIMITS).default('once'),
    oneMailbox: shownWhen(oneMailbox, 'limit', 'once', 'daily', 'weekly'),
    timeZone,
  }),
  ...inGroup('replies', {
    success: longText,
    again: longText,
    empty: longText,
  }),
  ...inGroup('labels', {
    copy: label,
  }),
});
type Settings = z.infer<typeof settings>;

export const couponCode = defineModule({
  type: 'coupon_code',
  group: 'promote',
  icon: 'ticket-percent',
  settings,
  texts,
  words,
  branches: {
    fixed: [
      { id: 'next', optional: true },
      { id: 'empty', optional: true },
    ],
  },
  waits: false,
  needs: [],
  sets: [],
  maySet: ['coupon_code'],
  stores: { codes: 60, runtime_log: 7 },
  limits: () => 'codes',
  givesOut: true,
  usesPool: ({ pool, show }) => ({ id: pool, ...(show !== 'text' && { symbology: show }) }),
  step,
});

function step(context: StepContext<Settings>): StepResult {
  const { settings, event } = context;
  if (event.kind !== 'outcome') return handOut(context);
  const value = String(event.value ?? '');
  switch (event.outcome) {
    case 'stored':
      return show(settings, value, 'code_issued');
    case 'found':
      return show(settings, value, 'code_shown_again');
    case 'refused':
      return event.reason === 'duplicate' ? lookUpOwn(context) : noneLeft(settings);
    case 'off':
    case 'not_found':
    case 'erased':
      return noneLeft(settings);
  }
}

function handOut(context: StepContext<Settings>): StepResult {
  const uniqueKey = keyOf(context);
  return {
    attempt: {
      kind: 'store',
      store: 'codes',
      row: { action: 'issued' },
      claim: { of: 'next_code', poolId: context.settings.pool },
      valueInto: 'code',
      ...(uniqueKey !== null && { uniqueKey, onConflict: 'refuse' as const }),
    },
  };
}

/** Who has a code of this period gets to see the same one again. */
function lookUpOwn(context: StepContext<Settings>): StepResult {
  const uniqueKey = keyOf(context);
  if (uniqueKey === null) return noneLeft(context.settings);
  return { attempt: { kind: 'look_up', lookup: { of: 'issued_code', uniqueKey } } };
}

function keyOf(context: StepContext<Settings>) {
  const { settings, moduleId, ...now } = context;
  const period = limitPeriod(settings.limit, now.nowMs, settings.timeZone || now.timeZone);
  if (period === null) return null;
  return JSON.stringify([moduleId, whoTakesPart(context), period]);
}

function show(settings: Settings, code: string, event: string): StepResult {
  return {
    set: { coupon_code: code },
    say: [event === 'code_issued' ? settings.success : settings.again, shown(settings, code)],
    store: [{ store: 'runtime_log', row: { event } }],
    go: 'next',
  };
}

/** A code that no scanner could read is shown as a text instead. */
function shown({ show, copy }: Settings, code: string): ChatMessage {
  // By reference: a code that holds `${...}` is not a template.
  const text = `\${coupon_code}`;
  return show === 'text' || !canEncode(code, show)
    ? { kind: 'copy', text, label: copy }
    : { kind: 'code', text, symbology: show };
}

function noneLeft({ empty }: Settings): StepResult {
  return {
    say: [empty],
    store: [{ store: 'runtime_log', row: { event: 'no_code_left' } }],
    go: 'empty',
  };
}
