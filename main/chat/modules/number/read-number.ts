import { plainLine } from '../../../foundation/text/clean-text';

export type DecimalMark = 'point' | 'comma';

/**
 * Numbers in plain form: digits, with a point before decimals, such as `-1234.5`. `ask` has what could
 * be meant, the likeliest first.
 */
export type NumberReading =
  | { kind: 'number'; value: string }
  | { kind: 'ask'; values: readonly string[] };

/** Far beyond what anybody types, and every one of them exact. */
const MAX_DIGITS = 15;
const MAX_LENGTH = 60;

/** What this module keeps, and conditions calculate with. */
const PLAIN = /^-?(0|[1-9]\d*)(\.\d*[1-9])?$/;

/**
 * A number as people write it: with the decimal mark of their language, and the other mark, blanks or
 * apostrophes between groups of three digits. What could be another number in another language (`1.000`,
 * where the point is the mark), or has something beside the number (`12 Euro`), is asked back about.
 * Null for what is no number, or more than one.
 */
export function readNumber(typed: string, mark: DecimalMark): NumberReading | null {
  if (typed.length > MAX_LENGTH) return null;
  const fraction = readFraction(typed);
  if (fraction !== null) return asked([fraction]);
  // Superscript and circled digits would become plain ones: 5² is not 52.
  if (/\p{No}/u.test(typed)) return null;
  const text = plainLine(typed).replaceAll(/[\u2212\u2010-\u2013]/g, '-');
  const number = readWhole(text, mark);
  if (number !== null) return number;
  const [inner, ...others] =
    text.match(/(?<![\p{L}\d])[+-]?[.,\u066b]?\d(?:[\d.,\u066b\u066c'\u2019 ]*\d)?/gu) ?? [];
  if (inner === undefined || others.length > 0) return null;
  const beside = text.replace(inner, ' ');
  if (/\d/.test(beside)) return readPower(text);
  const reading = readWhole(inner, mark);
  if (reading === null) return null;
  return reading.kind === 'ask' ? reading : asked([reading.value]);
}

/** A number that was kept before; null for anything else. */
export function readKept(text: string): string | null {
  return PLAIN.test(text) ? text : null;
}

/** As people with this decimal mark write it, without groups. */
export function writeNumber(value: string, mark: DecimalMark): string {
  return mark === 'comma' ? value.replace('.', ',') : value;
}

/** A text that is a number and nothing else. */
function readWhole(text: string, mark: DecimalMark): NumberReading | null {
  const [, sign = '', body = ''] = /^([+-]?) ?(\S.*)$/.exec(text) ?? [];
  const point = withMark(sign, body, '.');
  const comma = withMark(sign, body, ',');
  const [own, other] = mark === 'point' ? [point, comma] : [comma, point];
  if (own === null) return other === null ? readUnusual(sign, body) : asked([other]);
  const isAmbiguous = other !== null && other !== own && !isGrouped(body, mark);
  return isAmbiguous ? asked([own, other]) : { kind: 'number', value: own };
}

/** Whether the other language's decimal mark stands between groups, where this language has it. */
function isGrouped(body: string, mark: DecimalMark): boolean {
  return (mark === 'point' ? /^\d{1,3}(,\d{3})+$/ : /^\d{1,3}(\.\d{3})+$/).test(body);
}

/** The number with this decimal mark, in plain form; null where it is none. */
function withMark(sign: string, body: string, mark: '.' | ','): string | null {
  const groups = mark === '.' ? ',' : '.';
  const form = new RegExp(
    `^(?:[1-9]\\d{0,2}(?:([${groups} '\\u2019\\u066c])\\d{3})(?:\\1\\d{3})*|\\d+)?(?:[${mark}\\u066b]\\d+)?$`,
  );
  if (body === '' || !form.test(body)) return null;
  const at = body.search(new RegExp(`[${mark}\\u066b]`));
  const whole = at < 0 ? body : body.slice(0, at);
  return plain(sign, whole, at < 0 ? '' : body.slice(at + 1));
}

/** Groups as in India (`1,23,456`), and a mark at the end. */
function readUnusual(sign: string, body: string): NumberReading | null {
  const [, whole, decimals = ''] =
    /^([1-9]\d?(?:,\d{2})+,\d{3}|\d+(?=[.,]$))(?:[.,](\d*))?$/.exec(body) ?? [];
  const value = whole === undefined ? null : plain(sign, whole, decimals);
  return value === null ? null : asked([value]);
}

/** `1e3`: the way of calculators, and of people who mean something else. */
function readPower(text: string): NumberReading | null {
  const [, sign = '', digits = '', power = ''] =
    /^([+-]?)([1-9]\d{0,5})e\+?(\d{1,2})$/i.exec(text) ?? [];
  const value = digits === '' ? null : plain(sign, digits + '0'.repeat(Number(power)), '');
  return value === null ? null : asked([value]);
}

const FRACTIONS: Readonly<Record<string, string>> = { '½': '5', '¼': '25', '¾': '75' };

/** `½` and `1½`. */
function readFraction(typed: string): string | null {
  const [, sign = '', whole = '', part = ''] =
    /^\s*([+-]?)(\d{0,6})\s?([½¼¾])\s*$/.exec(typed) ?? [];
  return part === '' ? null : plain(sign, whole, FRACTIONS[part] ?? '');
}

/** Null for more digits than are exact. */
function plain(sign: string, whole: string, decimals: string): string | null {
  const digits = whole.replaceAll(/\D/g, '');
  if (digits.length + decimals.length > MAX_DIGITS) return null;
  const before = digits.replace(/^0+(?=\d)/, '') || '0';
  const after = decimals.replace(/0+$/, '');
  const value = after === '' ? before : `${before}.${after}`;
  return sign === '-' && value !== '0' ? `-${value}` : value;
}

function asked(values: readonly string[]): NumberReading {
  return { kind: 'ask', values };
}
