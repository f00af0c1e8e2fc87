import { z } from 'zod';
import type { Prompt } from '../../../../preload/contract';
import { cleanLine } from '../../../foundation/text/clean-text';
import type { StepContext, StepResult } from '../../engine/step';
import { asking, prefilled, type Question, questionBranches } from '../ask/asking';
import { COUNTRIES, countryNames } from '../ask/countries';
import { askSettings } from '../ask/settings';
import { defineModule } from '../define-module';
import { label, longText, more } from '../fields';
import { texts } from './texts';
import { isZip } from './zip';

const { question: questionText, ...commonSettings } = askSettings;

const settings = z.object({
  question: questionText,
  country: z.enum(COUNTRIES).default('DE'),
  asksCountry: z.boolean().default(true),
  missing: longText,
  invalidZip: longText,
  streetLabel: more(label),
  houseNumberLabel: more(label),
  zipLabel: more(label),
  cityLabel: more(label),
  countryLabel: more(label),
  countryNames: more(z.enum(['en', 'de']).default('en')),
  ...commonSettings,
});
type Settings = z.infer<typeof settings>;
type Values = Readonly<Record<string, string | undefined>>;
type FormField = Extract<Prompt, { kind: 'form' }>['fields'][number];

const NAMES = ['street', 'house_number', 'zip', 'city', 'country'] as const;
type Address = Record<(typeof NAMES)[number], string>;

const MAX_LENGTH = 120;

const question: Question<Settings> = {
  names: () => NAMES,
  prompt: ({ settings, variables }) => ({ kind: 'form', fields: fieldsFor(settings, variables) }),
  keep: ({ settings, variables }) =>
    wrongWith(addressIn(variables, settings), settings) === null ? { go: 'next' } : null,
  read: (answer, context) => {
    const { settings } = context;
    const typed = answer.kind === 'form' ? answer.values : {};
    const address = addressIn(typed, settings);
    const wrong = wrongWith(address, settings);
    return wrong === null ? { set: address, go: 'next' } : askAgain(wrong, address, context);
  },
};

export const address = defineModule({
  type: 'address',
  group: 'ask',
  icon: 'map-pin-house',
  settings,
  texts,
  branches: questionBranches(),
  stores: { variables: 60 },
  summary: 'question',
  ...asking(question),
});

/** In the order in which the country of most participants writes an address. */
function fieldsFor(settings: Settings, known: Values): FormField[] {
  const required = { format: 'text' as const, required: true };
  const fields: FormField[] = [
    { id: 'street', label: settings.streetLabel, autocomplete: 'address-line1', ...required },
    { id: 'house_number', label: settings.houseNumberLabel, format: 'text', required: false },
    { id: 'zip', label: settings.zipLabel, autocomplete: 'postal-code', ...required },
    { id: 'city', label: settings.cityLabel, autocomplete: 'address-level2', ...required },
  ];
  if (settings.asksCountry) fields.push(countryField(settings));
  return fields.map((field) => ({ ...field, ...prefilled(known[field.id]) }));
}

function countryField({ country, countryLabel, countryNames: language }: Settings): FormField {
  const options = countryNames(language).map(({ code, name }) => ({ id: code, label: name }));
  const autocomplete = 'country';
  const field = { id: 'country', label: countryLabel, format: 'text' as const, required: true };
  return { ...field, autocomplete, options, initial: country };
}

function addressIn(values: Values, { asksCountry, country }: Settings): Address {
  const text = (name: string): string => cleanLine(values[name] ?? '');
  return {
    street: text('street'),
    // Some streets have no numbers, and some people type it behind the street.
    house_number: text('house_number'),
    zip: text('zip').toUpperCase(),
    city: text('city'),
    country: asksCountry ? text('country') : country,
  };
}

/** What to say about it; null when it is fine. */
function wrongWith(address: Address, { missing, invalidZip }: Settings): string | null {
  const { street, zip, city, country } = address;
  const isTooLong = Object.values(address).some((text) => text.length > MAX_LENGTH);
  const isMissing = [street, zip, city].includes('') || !COUNTRIES.includes(country);
  if (isMissing || isTooLong) return missing;
  return isZip(zip, country) ? null : invalidZip;
}

/** With what was typed, so that only what is wrong has to be typed again. */
function askAgain(text: string, typed: Address, { settings }: StepContext<Settings>): StepResult {
  const fields = fieldsFor(settings, typed);
  return { say: [text], ask: { kind: 'form', fields } };
}
