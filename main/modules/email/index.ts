import { z } from 'zod';
import { emailKey } from '../../chat/email-key';
import type { StepContext, StepResult } from '../../chat/step';
import { defineModule } from '../define-module';
import { longText, optionalLongText } from '../fields';
import { texts } from './texts';

const settings = z.object({
  question: longText,
  placeholder: z.string().trim().max(200).default('').meta({ widget: 'text' }),
  terms: optionalLongText,
  termsRefused: longText,
  invalid: longText,
});
type Settings = z.infer<typeof settings>;

/** RFC 5321, 4.5.3.1.3: a path has at most 256 octets, two of them the angle brackets. */
const Address = z.email().max(254);

export const email = defineModule({
  type: 'email',
  group: 'ask',
  icon: 'mail',
  settings,
  texts,
  branches: { fixed: [{ id: 'next', optional: true }] },
  waits: true,
  needs: [],
  sets: ['email'],
  stores: { variables: 60, customers: 180 },
  summary: 'question',
  step,
});

function step({ settings, event, nowMs }: StepContext<Settings>): StepResult {
  const { question, placeholder, terms, termsRefused, invalid } = settings;
  const prompt = {
    kind: 'text' as const,
    format: 'email' as const,
    placeholder,
    ...(terms && { terms }),
  };
  if (event.kind !== 'answer' || event.answer.kind !== 'text') {
    return { ...(event.kind === 'enter' && { say: [question] }), ask: prompt };
  }
  const address = event.answer.text.trim();
  if (!Address.safeParse(address).success) return { say: [invalid], ask: prompt };
  if (terms && !event.answer.acceptedTerms) return { say: [termsRefused], ask: prompt };
  return {
    set: { email: address },
    store: [
      {
        store: 'customers',
        row: { last_active_at: nowMs },
        uniqueKey: emailKey(address),
        onConflict: 'replace',
      },
    ],
    go: 'next',
  };
}
