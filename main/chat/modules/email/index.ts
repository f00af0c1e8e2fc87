import { z } from 'zod';
import { emailKey } from '../../../foundation/person/email-key';
import type { StepContext, StepResult } from '../../engine/step';
import { again, asking, prefilled, type Question, questionBranches } from '../ask/asking';
import { askSettings } from '../ask/settings';
import { defineModule } from '../define-module';
import { longText, more, optionalLabel, optionalLongText, shownWhen } from '../fields';
import { texts } from './texts';

const { question: questionText, ...commonSettings } = askSettings;

const settings = z.object({
  question: questionText,
  placeholder: optionalLabel,
  terms: optionalLongText,
  termsRefused: longText,
  invalid: longText,
  twice: more(z.boolean().default(false)),
  twiceQuestion: more(shownWhen(longText, 'twice', true)),
  mismatch: more(shownWhen(longText, 'twice', true)),
  ...commonSettings,
});
type Settings = z.infer<typeof settings>;
type Context = StepContext<Settings>;

/** RFC 5321, 4.5.3.1.3: a path has at most 256 octets, two of them the angle brackets. */
const Address = z.email().max(254);

const question: Question<Settings> = {
  names: () => ['email'],
  prompt: ({ settings, variables }) => textPrompt(settings, variables.email),
  keep: (context) => {
    const { settings, variables } = context;
    const { email = '' } = variables;
    // Terms are accepted by ticking them: a known address only fills in the input.
    if (settings.terms || !Address.safeParse(email).success) return null;
    return accept(email, context);
  },
  read: (answer, context) => {
    const { settings, memory } = context;
    if (answer.kind !== 'text') return { ask: question.prompt(context) };
    const address = answer.text.trim();
    if (memory.first !== undefined) return second(memory.first, address, context);
    if (!Address.safeParse(address).success) return again(question, context, settings.invalid);
    if (settings.terms && !answer.acceptedTerms) {
      return again(question, context, settings.termsRefused);
    }
    return settings.twice ? askTwice(address, settings) : accept(address, context);
  },
};

export const email = defineModule({
  type: 'email',
  group: 'ask',
  icon: 'mail',
  settings,
  texts,
  branches: questionBranches(),
  stores: { variables: 60, customers: 180 },
  summary: 'question',
  ...asking(question),
});

function textPrompt({ placeholder, terms }: Settings, known?: string) {
  return {
    kind: 'text' as const,
    format: 'email' as const,
    placeholder,
    autocomplete: 'email',
    ...prefilled(known),
    ...(terms && { terms }),
  };
}

function askTwice(first: string, settings: Settings): StepResult {
  const ask = textPrompt({ ...settings, terms: '' });
  return { say: [settings.twiceQuestion], ask, remember: { first } };
}

function second(first: string, address: string, context: Context): StepResult {
  if (emailKey(first) === emailKey(address)) return accept(address, context);
  return again(question, context, context.settings.mismatch);
}

/** A proof that an address is somebody's is one of that address only. */
function accept(address: string, { variables }: Context): StepResult {
  const isOther = emailKey(variables.email ?? address) !== emailKey(address);
  return {
    set: {
      email: address,
      ...(isOther && variables.email_confirmed !== undefined && { email_confirmed: 'no' }),
    },
    store: [
      {
        store: 'customers',
        row: {},
        uniqueKey: emailKey(address),
        onConflict: 'replace',
      },
    ],
    go: 'next',
  };
}
