import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { z } from 'zod';
import { again, asking, prefilled, type Question, questionBranches } from '../ask/asking';
import { COUNTRIES } from '../ask/countries';
import { askSettings } from '../ask/settings';
import { defineModule } from '../define-module';
import { longText, more, optionalLabel } from '../fields';
import { texts } from './texts';

const { question: questionText, ...commonSettings } = askSettings;

const settings = z.object({
  question: questionText,
  country: z.enum(COUNTRIES).default('DE'),
  placeholder: optionalLabel,
  invalid: longText,
  mobileOnly: more(z.boolean().default(false)),
  ...commonSettings,
});
type Settings = z.infer<typeof settings>;

/** Longer than any number; a longer text is not even parsed. */
const MAX_LENGTH = 40;

const question: Question<Settings> = {
  names: () => ['phone'],
  prompt: ({ settings: { placeholder }, variables }) => ({
    kind: 'text',
    format: 'tel',
    placeholder,
    autocomplete: 'tel',
    ...prefilled(variables.phone),
  }),
  keep: ({ settings, variables }) => {
    const phone = readPhone(variables.phone ?? '', settings);
    return phone === null ? null : { set: { phone }, go: 'next' };
  },
  read: (answer, context) => {
    const { settings } = context;
    const phone = answer.kind === 'text' ? readPhone(answer.text, settings) : null;
    if (phone === null) return again(question, context, settings.invalid);
    return { set: { phone }, go: 'next' };
  },
};

export const phone = defineModule({
  type: 'phone',
  group: 'ask',
  icon: 'phone',
  settings,
  texts,
  branches: questionBranches(),
  stores: { variables: 60 },
  summary: 'question',
  ...asking(question),
});

/** In E.164, such as `+49301234567`; null when no such number can be called. */
function readPhone(typed: string, { country, mobileOnly }: Settings): string | null {
  if (typed.length > MAX_LENGTH) return null;
  const number = parsePhoneNumberFromString(typed, {
    defaultCountry: country as CountryCode,
    extract: false,
  });
  if (!number?.isValid()) return null;
  // In some countries, such as the USA, mobile and other numbers look alike.
  const isMobile = ['MOBILE', 'FIXED_LINE_OR_MOBILE'].includes(number.getType() ?? '');
  return mobileOnly && !isMobile ? null : number.number;
}
