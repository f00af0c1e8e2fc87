import { z } from 'zod';
import type { Answer } from '../../../../preload/contract';
import { plainLine } from '../../../foundation/text/clean-text';
import { DAY_MS } from '../../../foundation/time';
import { interpolate } from '../../engine/interpolate';
import { type LastConsent, readLastConsent } from '../../engine/last-consent';
import type { Outcome, StepContext, StepResult } from '../../engine/step';
import { sha256 } from '../../files/sha256';
import { wordingOf } from '../accepted-terms';
import { framed } from '../ask/asking';
import { idleMinutes } from '../ask/settings';
import { defineModule } from '../define-module';
import {
  inGroup,
  label,
  longText,
  optionalLegalText,
  optionalLongText,
  shownWhen,
  unspoken,
  variableName,
} from '../fields';
import { texts } from './texts';
import { words } from './words';

const typedText = optionalLongText.meta({ ...optionalLongText.meta(), isAskedFor: true });

const fields = z.object({
  ...inGroup('content', {
    name: unspoken(label),
    legalText: optionalLegalText('consent'),
    text: shownWhen(typedText, 'legalText', ''),
    version: shownWhen(unspoken(label), 'legalText', ''),
    label,
    why: optionalLongText,
  }),
  ...inGroup('rules', {
    mandatory: z.boolean().default(false),
    double: z.boolean().default(false),
    codeText: shownWhen(longText, 'double', true),
    wrongCode: shownWhen(longText, 'double', true),
    changedMind: shownWhen(label, 'double', true),
    repeat: z.enum(['always', 'after_days', 'never']).default('always'),
    repeatDays: shownWhen(z.number().int().min(1).max(3_650).default(365), 'repeat', 'after_days'),
  }),
  ...inGroup('replies', {
    refusedText: shownWhen(longText, 'mandatory', true),
  }),
  ...inGroup('storage', {
    variable: variableName,
  }),
  ...inGroup('silence', {
    idleMinutes,
  }),
});
/** The words are those of a legal text, or are typed here. */
const settings = fields.superRefine(({ text, legalText }, context) => {
  if (text !== '' || legalText !== '') return;
  context.addIssue({
    code: 'too_small',
    origin: 'string',
    minimum: 1,
    path: ['text'],
    input: text,
  });
});
type Settings = z.infer<typeof settings>;
type Context = StepContext<Settings>;

const CODE_DIGITS = 6;
/** Nobody has to prove a refusal: it is kept to not ask again soon, no longer than a customer. */
export const REFUSED_DAYS = 180;
/** After so many wrong ones there is a new code. */
const MAX_TRIES = 3;

export const consent = defineModule({
  type: 'consent',
  group: 'consent',
  icon: 'file-check-2',
  settings,
  texts,
  words,
  branches: {
    fixed: [
      { id: 'next', optional: true },
      { id: 'refused', optional: false, onlyWith: 'mandatory' },
      { id: 'idle', optional: false, onlyWith: 'idleMinutes' },
    ],
  },
  waits: ({ repeat }) => repeat === 'always',
  needs: [],
  sets: ({ variable }) => [variable],
  leavesUnset: ['idle'],
  stores: { consents: 1_095, variables: 60 },
  summary: 'name',
  step: (context) => framed(step(context), context.settings),
});

function step(context: Context): StepResult {
  const { event, settings, memory } = context;
  switch (event.kind) {
    case 'enter':
      return settings.repeat === 'always' ? ask(context) : lookUp(settings);
    case 'outcome':
      return afterLookUp(context, event);
    case 'idle':
      return { go: 'idle' };
    case 'linkOpened':
      return ask(context);
    case 'answer':
      return memory.code === undefined
        ? decide(context, event.answer)
        : checkCode(context, event.answer, memory.code);
  }
}

function lookUp({ variable }: Settings): StepResult {
  return { attempt: { kind: 'look_up', lookup: { of: 'consent', consentId: variable } } };
}

/** The words are remembered as they are shown: a text may say what day it is. */
function ask(context: Context): StepResult {
  const { label, mandatory } = context.settings;
  const text = shownText(context);
  return {
    ask: { kind: 'consent', text, label, mandatory },
    remember: { wording: interpolate(text, context) },
  };
}

/** Of a legal text each character stays as it is: its checksum is that of its version. */
function shownText({ settings, legal }: Context): string {
  if (settings.legalText === '') return settings.text;
  return wordingOf(settings.legalText, legal).text.replaceAll('${', '${"${"}');
}

/** Other words, or words that are too old, are asked about again whatever the answer was. */
function afterLookUp(context: Context, { outcome, value }: Outcome): StepResult {
  const { settings } = context;
  const last = outcome === 'found' ? readLastConsent(value) : null;
  const isSame = last?.hash === sha256(interpolate(shownText(context), context));
  if (!last || !isSame || !isRecent(last, context)) return ask(context);
  if (last.action === 'given') return { set: { [settings.variable]: 'yes' }, go: 'next' };
  if (settings.mandatory) return ask(context);
  return { set: { [settings.variable]: 'no' }, go: 'next' };
}

function isRecent({ atMs }: LastConsent, { settings, nowMs }: Context): boolean {
  return settings.repeat === 'never' || nowMs - atMs < settings.repeatDays * DAY_MS;
}

function decide(context: Context, answer: Answer): StepResult {
  const { settings } = context;
  if (answer.kind !== 'consent') return ask(context);
  if (!answer.given) return refuse(context);
  return settings.double ? showCode(context, []) : record(context, 'given');
}

function showCode(context: Context, say: string[]): StepResult {
  const number = Math.floor(context.random() * 10 ** CODE_DIGITS);
  const code = String(number).padStart(CODE_DIGITS, '0');
  const { codeText } = context.settings;
  return { ...askForCode(context, code, 0), say: [...say, codeText, `**${code}**`] };
}

function askForCode({ settings, memory }: Context, code: string, tries: number): StepResult {
  return {
    ask: { kind: 'text', format: 'code', placeholder: '', skip: settings.changedMind },
    remember: { ...memory, code, tries: String(tries) },
  };
}

function checkCode(context: Context, answer: Answer, code: string): StepResult {
  const { settings, memory } = context;
  if (answer.kind === 'skip') return refuse(context);
  const typed = answer.kind === 'text' ? plainLine(answer.text).replaceAll(/[\s\p{Pd}]/gu, '') : '';
  if (typed === code) return record(context, 'given');
  const tries = Number(memory.tries) + 1;
  if (tries >= MAX_TRIES) return showCode(context, [settings.wrongCode]);
  return { ...askForCode(context, code, tries), say: [settings.wrongCode] };
}

function refuse(context: Context): StepResult {
  const { mandatory, refusedText } = context.settings;
  const refused = record(context, 'refused');
  return mandatory ? { ...refused, say: [refusedText], go: 'refused' } : refused;
}

/** The row holds the words themselves: a later change of the settings cannot change it. */
function record({ settings, memory, legal }: Context, action: 'given' | 'refused'): StepResult {
  const { name, variable, version, double, legalText } = settings;
  const text = legalText === '' ? null : wordingOf(legalText, legal);
  const { wording = '' } = memory;
  const row = {
    consent_id: variable,
    consent_name: name,
    action,
    opt_in: double ? 'double' : 'single',
    wording,
    wording_version: text ? String(text.number) : version,
    wording_hash: sha256(wording),
    ...(text && { legal_version_id: text.versionId }),
  };
  return {
    set: { [variable]: action === 'given' ? 'yes' : 'no' },
    store: [{ store: 'consents', row, ...(action === 'refused' && { atMostDays: REFUSED_DAYS }) }],
    go: 'next',
  };
}
