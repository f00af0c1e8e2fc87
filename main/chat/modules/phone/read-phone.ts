import {
  type CountryCode,
  type PhoneNumber,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/max';
import { takeApartPhone } from '../../../foundation/person/phone-marks';
import { plainLine } from '../../../foundation/text/clean-text';

export interface PhoneRules {
  /** Of numbers without a country code; ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly mobileOnly?: boolean;
}

/** A number as it is kept and as it is shown. */
export interface Phone {
  /** E.164, and RFC 3966 for an extension: `+49301234567;ext=12`. */
  readonly value: string;
  /** Such as `+49 30 1234567 ext. 12`. */
  readonly shown: string;
  readonly hasExtension: boolean;
}

export type PhoneReading =
  | { kind: 'phone'; phone: Phone }
  /** What could be meant, the likeliest first. */
  | { kind: 'ask'; phones: readonly Phone[] }
  /** More than one number. */
  | { kind: 'several' };

/** Longer than any number with its extension; a longer text is not even parsed. */
const MAX_LENGTH = 60;

/** A last group that some countries dial on and others only once the call is taken. */
const LAST_GROUP = /\s*-\s*(\d{1,5})$/;

/** Mobile numbers of Mexico had a 1 behind the country code until 2020, and messengers still show it. */
const OLD_MEXICAN = /^(\+52\s*)1\s*(?=(?:\D*\d){10}\D*$)/;

/** Null when no such number can be called. */
export function readPhone(typed: string, rules: PhoneRules): PhoneReading | null {
  if (typed.length > MAX_LENGTH) return null;
  const text = tidied(typed);
  const found = parsed(text, rules) ?? parsed(text.replace(LAST_GROUP, ' ext. $1'), rules);
  if (!found) {
    const others = internationally(text, rules);
    if (others) return { kind: 'ask', phones: [phoneOf(others)] };
    return isSeveral(text, rules) ? { kind: 'several' } : null;
  }
  if (isWritten(text, found)) return { kind: 'phone', phone: phoneOf(found) };
  return { kind: 'ask', phones: meanings(text, found, rules).map(phoneOf) };
}

/** With a plus before the country code, however that is written. */
function tidied(typed: string): string {
  const { number, extension } = takeApartPhone(plainLine(typed));
  const plus = number
    .replace(/^\(\s*((?:\+|00)\s*[1-9]\d{0,2})\s*\)/, '$1 ')
    .replace(/^(?:\+\s*00|00|\+\s+)(?=\s*[1-9])/, '+')
    .replace(OLD_MEXICAN, '$1');
  return extension === null ? plus : `${plus} ext. ${extension}`;
}

function parsed(text: string, { country, mobileOnly }: PhoneRules): PhoneNumber | null {
  const number = parsePhoneNumberFromString(text, {
    defaultCountry: country as CountryCode,
    extract: false,
  });
  if (!number?.isValid()) return null;
  // In some countries, such as the USA, mobile and other numbers look alike.
  const isMobile = ['MOBILE', 'FIXED_LINE_OR_MOBILE'].includes(number.getType() ?? '');
  return mobileOnly && !isMobile ? null : number;
}

/** As if a plus had been forgotten. */
function internationally(text: string, rules: PhoneRules): PhoneNumber | null {
  return /^[1-9]/.test(text) ? parsed(`+${text}`, rules) : null;
}

/** Whether it is written as numbers are: with the country code, or with what is dialled instead. */
function isWritten(text: string, number: PhoneNumber): boolean {
  if (text.startsWith('+')) return true;
  const bare = number.nationalNumber + (number.ext ?? '');
  const national = digitsIn(number.formatNational());
  // Without the zero, in countries such as India that may leave it away.
  const shorter = digitsIn(number.format('NATIONAL', { nationalPrefix: false }));
  const needsZero = shorter.startsWith('0') && shorter !== bare;
  const spellings = [national, shorter, ...(needsZero ? [] : [bare])];
  // In North America, the code of the country is dialled inside of it, too.
  if (number.countryCallingCode === '1') spellings.push(`1${bare}`);
  return spellings.includes(digitsIn(text));
}

/** A country code without its plus is likelier than a number without its zero. */
function meanings(text: string, found: PhoneNumber, rules: PhoneRules): PhoneNumber[] {
  const other = internationally(text, rules);
  if (!other || other.number === found.number) return [found];
  const isOwn = other.countryCallingCode === found.countryCallingCode;
  return isOwn ? [other] : [other, found];
}

/** Whether the text is two numbers: each side of some mark or blank is one. */
function isSeveral(text: string, rules: PhoneRules): boolean {
  const isNumber = (part: string): boolean => {
    const inner = part.replace(/^[^+\d(]+/, '').replace(/[^\d)]+$/, '');
    return (
      digitsIn(inner).length >= 5 && parsed(tidied(inner), { ...rules, mobileOnly: false }) !== null
    );
  };
  return [...text.matchAll(/[^\d+()]+|(?<=\d)(?=[+(])/g)].some(
    ({ index, 0: gap }) =>
      isNumber(text.slice(0, index)) && isNumber(text.slice(index + gap.length)),
  );
}

function phoneOf(number: PhoneNumber): Phone {
  const { ext = '' } = number;
  return {
    value: ext === '' ? number.number : `${number.number};ext=${ext}`,
    shown: number.formatInternational(),
    hasExtension: ext !== '',
  };
}

const digitsIn = (text: string): string => text.replaceAll(/\D/g, '');
