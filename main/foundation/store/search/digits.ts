import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { takeApartPhone } from '../../person/phone-marks';
import { plainLine } from '../../text/clean-text';

/** Digits, and what people write between them. */
const PHONE = /^[+\d\s()./\u2010-\u2015\u2212-]{1,40}$/;
/** A zero that is dialled only without the country's code before it. */
const INNER_ZERO = /\(\s*0\s*\)/g;
/** The eight that is dialled before a number in Russia. */
const EIGHT = /^8(?=\d{10}$)/;
/** Most texts, of which SQL asks for a million at a time. */
const ASCII = /^[ -~]*$/;
/** Fewer digits are in too many numbers to be meant as one. */
const LEAST_DIALLED = 5;

/** The digits of a number as people write it, so that `0171/123 45` is found by `017112345`. */
export function digitsOf(text: string): string {
  return plain(text).replace(INNER_ZERO, '').replace(/\D/g, '');
}

/** Of a text that is nothing but a written number; null of any other. */
export function digitsOfNumber(text: string): string | null {
  const number = plain(text);
  return PHONE.test(number) ? digitsOf(number) : null;
}

function plain(text: string): string {
  return ASCII.test(text) ? text : plainLine(text);
}

/**
 * The digits that every spelling of a number has in common: without the country's code, without what
 * is dialled in its place, and without an extension. Null of a text that is no number.
 */
export function dialled(text: string): string | null {
  const { number } = takeApartPhone(plainLine(text));
  const digits = digitsOfNumber(number);
  if (digits === null || digits === '') return null;
  const isInternational = number.startsWith('+') || digits.startsWith('00');
  const code = isInternational ? digits.replace(/^00/, '') : null;
  const parsed = code === null ? undefined : parsePhoneNumberFromString(`+${code}`);
  if (parsed?.isPossible()) return parsed.nationalNumber;
  return (code ?? digits.replace(/^0/, '').replace(EIGHT, '')) || digits;
}

/** What to look for in the digits of phone numbers; null where the text does not look like one. */
export function dialledInSearch(text: string): string | null {
  const digits = dialled(text);
  return digits !== null && digits.length >= LEAST_DIALLED ? digits : null;
}
