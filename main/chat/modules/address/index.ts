import { z } from 'zod';
import type { Language, Prompt } from '../../../../preload/contract';
import { cleanLine } from '../../../foundation/text/clean-text';
import { hasLanguage, languageOf } from '../../engine/chat-language';
import type { StepContext, StepResult } from '../../engine/step';
import { again, asking, prefilled, type Question, questionBranches } from '../ask/asking';
import { COUNTRIES, countryName, countryNames } from '../ask/countries';
import { askSettings } from '../ask/settings';
import { defineModule } from '../define-module';
import { inGroup, label, longText, optionalLabel } from '../fields';
import {
  type Address,
  type AskedPart,
  hasSeparateNumber,
  linesOf,
  PARTS,
  type Part,
  partsOf,
  townOf,
} from './parts';
import { readPostalCode } from './postal-code';
import { findRegion, regionsOf } from './regions';
import { FALLBACKS, texts } from './texts';
import { words } from './words';

const { question: questionText, ...commonSettings } = askSettings;

const settings = z.object({
  ...inGroup('content', {
    question: questionText,
  }),
  ...inGroup('rules', {
    country: z.enum(COUNTRIES).default('DE'),
    asksCountry: z.boolean().default(true),
  }),
  ...inGroup('replies', {
    missing: longText,
    invalidZip: longText,
  }),
  ...inGroup('labels', {
    streetLabel: label,
    /** Where the number of the house is a part of that line. */
    streetLineLabel: optionalLabel,
    houseNumberLabel: label,
    zipLabel: label,
    cityLabel: label,
    stateLabel: optionalLabel,
    districtLabel: optionalLabel,
    countryLabel: label,
    countryNames: z.enum(['en', 'de']).default('en'),
  }),
  ...commonSettings,
});
type Settings = z.infer<typeof settings>;
/** With the language in which countries are named to whoever chats: any tag. */
type Spoken = Omit<Settings, 'countryNames'> & { countryNames: string };
type Values = Readonly<Record<string, string | undefined>>;
type Form = Extract<Prompt, { kind: 'form' }>;
type FormField = Form['fields'][number];
type Layouts = NonNullable<Form['layouts']>;
type LaidOut = Layouts['forms'][number][number];

/** What every known address has; the others are of some countries only. */
const NAMES = ['street', 'house_number', 'zip', 'city', 'country'] as const;
/** The whole address as it is written on an envelope. */
const WRITTEN = 'postal_address';
const ALL_NAMES = [...PARTS, WRITTEN];

/** Of each part, far beyond what is written in one line. */
const MAX_LENGTH = 250;

const question: Question<Settings> = {
  names: () => NAMES,
  prompt: (context) => formFor(spokenIn(context), context.variables),
  shown: (settings, context) => template(addressIn(context.variables, settings), spokenIn(context)),
  keep: ({ settings, variables }) => {
    const address = addressIn(variables, settings);
    return wrongWith(address, settings) === null ? take(address, settings) : null;
  },
  read: (answer, context) => {
    const { settings } = context;
    const address = addressIn(answer.kind === 'form' ? answer.values : {}, settings);
    const wrong = wrongWith(address, settings);
    return wrong === null ? take(address, settings) : askAgain(wrong, address, context);
  },
};

export const address = defineModule({
  type: 'address',
  group: 'ask',
  icon: 'map-pin-house',
  settings,
  texts,
  words,
  branches: questionBranches(),
  stores: { variables: 60 },
  summary: 'question',
  ...asking(question),
  sets: ({ skip }) => (skip ? [] : ALL_NAMES),
  maySet: ALL_NAMES,
  alongside: ['state', 'district', WRITTEN],
});

/** A chat that says in which language it speaks names countries in that one. */
function spokenIn({ settings, ...context }: StepContext<Settings>): Spoken {
  const countryNames = hasLanguage(context) ? languageOf(context) : settings.countryNames;
  return { ...settings, countryNames };
}

/** All parts of all countries; those of the chosen one are asked for, in the order of its envelope. */
function formFor(settings: Spoken, known: Values): Form {
  const { asksCountry, country } = settings;
  const parts = Object.entries(fieldsOf(settings, known));
  const fields = new Map(parts.map(([id, field]) => [id, { id, ...field }]));
  if (!asksCountry) {
    const asked = layoutOf(country, settings).flatMap(({ id, required, label, options }) => {
      const field = fields.get(id);
      const laidOut = { required, ...(label && { label }), ...(options && { options }) };
      return field ? [{ ...field, ...laidOut }] : [];
    });
    return { kind: 'form', fields: asked };
  }
  const chosen = known.country;
  const initial = chosen !== undefined && COUNTRIES.includes(chosen) ? chosen : country;
  return {
    kind: 'form',
    fields: [{ ...countryField(settings), initial }, ...fields.values()],
    layouts: layoutsFor(settings),
  };
}

/** In the order of most countries. */
function fieldsOf(settings: Spoken, known: Values): Record<string, Omit<FormField, 'id'>> {
  const region = findRegion(known.country ?? settings.country, known.state ?? '');
  const field = (label: string, autocomplete: string | null, value = '') => ({
    label,
    format: 'text' as const,
    required: false,
    ...(autocomplete && { autocomplete }),
    ...prefilled(value),
  });
  const { streetLabel, houseNumberLabel, zipLabel, cityLabel } = settings;
  return {
    street: field(streetLabel, 'address-line1', known.street),
    house_number: field(houseNumberLabel, null, known.house_number),
    district: field(worded(settings, 'districtLabel'), 'address-level3', known.district),
    zip: field(zipLabel, 'postal-code', known.zip),
    city: field(cityLabel, 'address-level2', known.city === known.state ? '' : known.city),
    state: field(worded(settings, 'stateLabel'), 'address-level1', region?.id ?? known.state),
  };
}

function countryField({ countryLabel, countryNames: language }: Spoken): FormField {
  const options = countryNames(language).map(({ code, name }) => ({ id: code, label: name }));
  const field = { id: 'country', label: countryLabel, format: 'text' as const, required: true };
  return { ...field, autocomplete: 'country', options };
}

/** Many countries write an address alike. */
function layoutsFor(settings: Spoken): Layouts {
  const forms = new Map<string, { index: number; form: LaidOut[] }>();
  const byChoice = COUNTRIES.map((country): [string, number] => {
    const form = layoutOf(country, settings);
    const key = JSON.stringify(form);
    const { index } = forms.get(key) ?? { index: forms.size };
    forms.set(key, { index, form });
    return [country, index];
  });
  return {
    field: 'country',
    forms: [...forms.values()].map(({ form }) => form),
    byChoice: Object.fromEntries(byChoice),
  };
}

function layoutOf(country: string, settings: Spoken): LaidOut[] {
  return partsOf(country).map(({ part, required }: AskedPart) => ({
    id: part,
    required,
    ...(part === 'street' &&
      !hasSeparateNumber(country) && { label: worded(settings, 'streetLineLabel') }),
    ...(part === 'state' && optionsOf(country)),
  }));
}

function optionsOf(country: string): Pick<LaidOut, 'options'> {
  const regions = regionsOf(country);
  return regions.length === 0 ? {} : { options: regions.map(({ id, label }) => ({ id, label })) };
}

/** Experiences from before there was such a label have none. */
function worded(settings: Spoken, key: keyof (typeof FALLBACKS)[Language]): string {
  const base = settings.countryNames.split('-')[0] ?? '';
  const inOthers: Readonly<Record<string, string>> = words[key] ?? {};
  return settings[key] || inOthers[base] || FALLBACKS[base === 'de' ? 'de' : 'en'][key];
}

function addressIn(values: Values, { asksCountry, country: fixed }: Settings): Address {
  const text = (name: Part): string => cleanLine(values[name] ?? '');
  const country = asksCountry ? text('country') : fixed;
  const asked = new Set<Part>(partsOf(country).map(({ part }) => part));
  const ifAsked = (name: Part): string => (asked.has(name) ? text(name) : '');
  const number = text('house_number');
  const isSeparate = hasSeparateNumber(country);
  const address = {
    // A known number has its place in front of the street where the country has no field for it.
    street: isSeparate || number === '' ? text('street') : `${number} ${text('street')}`,
    // Some streets have no numbers, and some people type it behind the street.
    house_number: isSeparate ? number : '',
    zip: ifAsked('zip'),
    city: ifAsked('city'),
    country,
    state: findRegion(country, text('state'))?.name ?? ifAsked('state'),
    district: ifAsked('district'),
  };
  const zip = readPostalCode(address.zip, country) ?? address.zip;
  return { ...address, zip, city: townOf(address) };
}

/** What to say about it; null when it is fine. */
function wrongWith(address: Address, { missing, invalidZip }: Settings): string | null {
  const { country, state, zip } = address;
  if (!COUNTRIES.includes(country)) return missing;
  const isTooLong = Object.values(address).some((text) => text.length > MAX_LENGTH);
  const isMissing = partsOf(country).some(({ part, required }) => required && address[part] === '');
  const isNoRegion = state !== '' && regionsOf(country).length > 0 && !findRegion(country, state);
  if (isTooLong || isMissing || isNoRegion) return missing;
  return readPostalCode(zip, country) === null ? invalidZip : null;
}

function take(address: Address, { countryNames: language }: Settings): StepResult {
  const lines = [...linesOf(address), countryName(address.country, language)];
  return { set: { ...address, [WRITTEN]: lines.join('\n') }, go: 'next' };
}

/** The known address as it is written, for the chat to put the values in. */
function template(known: Address, { countryNames: language }: Spoken): string {
  const references = PARTS.map((part) => [part, known[part] === '' ? '' : `\${${part}}`]);
  const address = { ...(Object.fromEntries(references) as Address), country: known.country };
  return [...linesOf(address), countryName(known.country, language)].join('\n');
}

/** With what was typed, so that only what is wrong has to be typed again. */
function askAgain(text: string, typed: Address, context: StepContext<Settings>): StepResult {
  return again(question, { ...context, variables: typed }, text);
}
