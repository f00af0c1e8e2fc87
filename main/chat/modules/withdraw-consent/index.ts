import { z } from 'zod';
import { readLastConsent } from '../../engine/last-consent';
import type { Outcome, StepContext, StepEvent, StepResult, StoreEffect } from '../../engine/step';
import { framed } from '../ask/asking';
import { idleMinutes } from '../ask/settings';
import { defineModule } from '../define-module';
import { inGroup, itemId, label, longText, variableName } from '../fields';
import { texts } from './texts';
import { words } from './words';

const settings = z.object({
  ...inGroup('content', {
    question: longText,
  }),
  ...inGroup('choices', {
    consents: z
      .array(z.object({ id: itemId, label, consent: variableName }))
      .min(1)
      .max(20),
  }),
  ...inGroup('replies', {
    doneText: longText,
    nothingText: longText,
  }),
  ...inGroup('labels', {
    keepLabel: label,
  }),
  ...inGroup('silence', {
    idleMinutes,
  }),
});
type Settings = z.infer<typeof settings>;
type Context = StepContext<Settings>;
type Row = StoreEffect['row'];

/** The consents that are given, by the id of their item: as they were given, to be withdrawn. */
const Given = z.record(z.string(), z.record(z.string(), z.string()));

export const withdrawConsent = defineModule({
  type: 'withdraw_consent',
  group: 'consent',
  icon: 'file-x-2',
  settings,
  texts,
  words,
  branches: {
    fixed: [
      { id: 'next', optional: true },
      { id: 'idle', optional: false, onlyWith: 'idleMinutes' },
    ],
  },
  // Who has given none of them is not asked.
  waits: false,
  needs: ['email'],
  sets: [],
  maySet: ({ consents }) => consents.map(({ consent }) => consent),
  stores: { consents: 1_095, variables: 60 },
  summary: 'consents',
  step: (context) => framed(step(context), { idleMinutes: context.settings.idleMinutes }),
});

function step(context: Context): StepResult {
  const { event, memory } = context;
  const at = Number(memory.at ?? 0);
  switch (event.kind) {
    case 'enter':
      return lookUp(context, 0, {});
    case 'outcome':
      return afterLookUp(context, at, event);
    case 'idle':
      return { go: 'idle' };
    case 'linkOpened':
      return choose(context, givenIn(context));
    case 'answer':
      return afterAnswer(context, event);
  }
}

function givenIn({ memory }: Context): z.infer<typeof Given> {
  return Given.parse(JSON.parse(memory.given ?? '{}'));
}

/** One consent after the other: an attempt has one answer. */
function lookUp(context: Context, at: number, given: z.infer<typeof Given>): StepResult {
  const { consents, nothingText, question } = context.settings;
  const next = consents[at];
  if (next) {
    return {
      attempt: { kind: 'look_up', lookup: { of: 'consent', consentId: next.consent } },
      remember: { at: String(at), given: JSON.stringify(given) },
    };
  }
  if (Object.keys(given).length === 0) return { say: [nothingText], go: 'next' };
  return { say: [question], ...choose(context, given) };
}

function afterLookUp(context: Context, at: number, { outcome, value }: Outcome): StepResult {
  const item = context.settings.consents[at];
  const last = outcome === 'found' ? readLastConsent(value) : null;
  const given = givenIn(context);
  if (!item || last?.action !== 'given') return lookUp(context, at + 1, given);
  const { name, wording, version, hash, legalVersionId } = last;
  const row = {
    consent_id: item.consent,
    consent_name: name,
    wording,
    wording_version: version,
    wording_hash: hash,
    ...(legalVersionId !== null && { legal_version_id: legalVersionId }),
  };
  return lookUp(context, at + 1, { ...given, [item.id]: row });
}

function choose({ settings }: Context, given: z.infer<typeof Given>): StepResult {
  const options = settings.consents
    .filter(({ id }) => Object.hasOwn(given, id))
    .map(({ id, label }) => ({ id, label }));
  return {
    ask: { kind: 'choices', options, min: 1, max: options.length, skip: settings.keepLabel },
    remember: { given: JSON.stringify(given) },
  };
}

function afterAnswer(
  context: Context,
  { answer }: Extract<StepEvent, { kind: 'answer' }>,
): StepResult {
  if (answer.kind === 'skip') return { go: 'next' };
  const given = givenIn(context);
  const chosen = new Set(answer.kind === 'choices' ? answer.options : []);
  const rows = context.settings.consents.flatMap(({ id, consent }) => {
    const row = chosen.has(id) && Object.hasOwn(given, id) ? given[id] : undefined;
    return row ? [{ consent, row: { ...row, action: 'withdrawn' } as Row }] : [];
  });
  if (rows.length === 0) return choose(context, given);
  return {
    say: [context.settings.doneText],
    set: Object.fromEntries(rows.map(({ consent }) => [consent, 'no'])),
    store: rows.map(({ row }) => ({ store: 'consents', row })),
    go: 'next',
  };
}
