import { z } from 'zod';
import { emailKey } from '../../../foundation/person/email-key';
import { readEmail } from '../../../foundation/person/read-email';
import type { StepContext, StepResult } from '../../engine/step';
import { acceptedTerms, hasTerms, shownTerms, UNTICKED } from '../accepted-terms';
import {
  again,
  askBack,
  asking,
  prefilled,
  type Question,
  questionBranches,
  toChange,
} from '../ask/asking';
import { askSettings } from '../ask/settings';
import { defineModule } from '../define-module';
import {
  inGroup,
  longText,
  optionalLabel,
  optionalLegalText,
  optionalLongText,
  shownWhen,
} from '../fields';
import { likelyMeant } from './likely-typo';
import { repairedEmail } from './repair-email';
import { texts } from './texts';
import { words } from './words';

const { question: questionText, ...commonSettings } = askSettings;

const settings = z.object({
  ...inGroup('content', {
    question: questionText,
  }),
  ...inGroup('look', {
    placeholder: optionalLabel,
  }),
  ...inGroup('terms', {
    terms: optionalLongText,
    termsText: optionalLegalText('terms'),
    termsRefused: longText,
  }),
  ...inGroup('replies', {
    invalid: longText,
  }),
  ...inGroup('rules', {
    suggests: z.boolean().default(true),
    suggestion: shownWhen(optionalLongText, 'suggests', true),
    takeLabel: shownWhen(optionalLabel, 'suggests', true),
    keepTypedLabel: shownWhen(optionalLabel, 'suggests', true),
    twice: z.boolean().default(false),
    twiceQuestion: shownWhen(longText, 'twice', true),
    mismatch: shownWhen(longText, 'twice', true),
  }),
  ...commonSettings,
});
type Settings = z.infer<typeof settings>;
type Context = StepContext<Settings>;

const question: Question<Settings> = {
  names: () => ['email'],
  prompt: (context) => textPrompt(context.settings, context, context.variables.email),
  keep: (context) => {
    const { settings, variables } = context;
    const email = readEmail(variables.email ?? '');
    // Terms are accepted by ticking them: a known address only fills in the input.
    return hasTerms(settings) || email === null ? null : accept(email, context);
  },
  take: go,
  read: (answer, context) => {
    const { settings, memory } = context;
    if (answer.kind !== 'text') return { ask: question.prompt(context) };
    const address = readEmail(answer.text);
    if (memory.first !== undefined) return second(memory.first, address, context);
    const readable = address ?? (settings.suggests ? repairedEmail(answer.text) : null);
    if (readable === null) return again(question, context, settings.invalid);
    if (hasTerms(settings) && !answer.acceptedTerms) {
      const ask = { ...toChange(question.prompt(context), { typed: answer.text }), ...UNTICKED };
      return { say: [settings.termsRefused], ask };
    }
    const accepted = { ...context, memory: withAccepted(context) };
    const meant = settings.suggests ? likelyMeant(readable) : null;
    if (address !== null && meant === null) return go(address, accepted);
    return suggest(meant ?? readable, address, { typed: answer.text, context: accepted });
  },
};

export const email = defineModule({
  type: 'email',
  group: 'ask',
  icon: 'mail',
  settings,
  texts,
  words,
  branches: questionBranches(),
  stores: { variables: 60, customers: 180 },
  summary: 'question',
  ...asking(question),
});

/** Without `terms`, they were accepted before. */
function textPrompt(
  { placeholder }: Settings,
  terms: Pick<Context, 'settings' | 'legal'> | null,
  known?: string,
) {
  return {
    kind: 'text' as const,
    format: 'email' as const,
    placeholder,
    autocomplete: 'email',
    ...prefilled(known),
    ...(terms && hasTerms(terms.settings) && shownTerms(terms)),
  };
}

/** Offers what was probably meant, and what was typed where that is an address, too. */
function suggest(
  meant: string,
  address: string | null,
  { typed, context }: { typed: string; context: Context },
): StepResult {
  const { settings, memory } = context;
  const { suggestion, takeLabel, keepTypedLabel, changeLabel } = settings;
  const text = withAddress(suggestion || '{address}?', meant);
  const kept =
    address === null ? [] : [{ value: address, shown: withAddress(keepTypedLabel, address) }];
  const meanings = [{ value: meant, shown: withAddress(takeLabel, meant) }, ...kept];
  const asked = askBack({ text, instead: text, changeLabel }, typed, meanings);
  return { ...asked, remember: { ...memory, ...asked.remember } };
}

/** As a quoted text of an expression: an address may hold what looks like a variable. */
function withAddress(text: string, address: string): string {
  const quoted = `\${${JSON.stringify(address)}}`;
  return (text || '{address}').replaceAll('{address}', () => quoted);
}

function go(address: string, context: Context): StepResult {
  return context.settings.twice ? askTwice(address, context) : accept(address, context);
}

function askTwice(first: string, { settings, memory }: Context): StepResult {
  const ask = textPrompt(settings, null);
  return { say: [settings.twiceQuestion], ask, remember: { ...memory, first } };
}

/** Terms as they were shown when they were ticked: the address may be asked about once more, in another language. */
function withAccepted(context: Context): Context['memory'] {
  if (context.settings.termsText === '') return {};
  return { accepted: JSON.stringify(acceptedTerms(context)) };
}

function acceptedBefore(context: Context): ReturnType<typeof acceptedTerms> {
  const { accepted } = context.memory;
  return accepted === undefined ? acceptedTerms(context) : JSON.parse(accepted);
}

function second(first: string, address: string | null, context: Context): StepResult {
  if (address !== null && emailKey(first) === emailKey(address)) return accept(address, context);
  return again(question, context, context.settings.mismatch);
}

/** A proof that an address is somebody's is one of that address only. */
function accept(address: string, context: Context): StepResult {
  const { variables } = context;
  const isOther = emailKey(variables.email ?? address) !== emailKey(address);
  return {
    set: {
      email: address,
      ...(isOther && variables.email_confirmed !== undefined && { email_confirmed: 'no' }),
    },
    store: [
      {
        store: 'customers',
        row: acceptedBefore(context),
        uniqueKey: emailKey(address),
        onConflict: 'replace',
      },
    ],
    go: 'next',
  };
}
