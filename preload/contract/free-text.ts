import { AppError } from './errors';
import { plainDigits } from './plain-digits';

/**
 * Anything around an at sign, also one that is spelled out, or that stands apart from what is plainly
 * the rest of an address: `ann@example.com`, `ann (at) example`, `ann @ example.com`.
 */
const ADDRESS =
  /[^\s@]@[^\s@]|[^\s@]\s*@\s*[^\s@]+\.\p{L}{2}|\S\s*[([{]\s*(?:at|ät)\s*[)\]}]\s*\S|\S\s+(?:at|ät)\s+\S+\s+(?:dot|punkt)\s+\p{L}{2}/iu;
/** As links and pages write the sign. */
const ENCODED_AT = /%40|&#(?:64|x40);|&commat;/gi;
/** Days and times, which are digits between marks as phone numbers are. */
const MOMENTS =
  /(?<!\d)(?:\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[-./]\s?\d{1,2}[-./]\s?\d{4}|\d{1,2}:\d{2}(?::\d{2})?)(?!\d)/g;
/** Digits with what people write between them; not what goes on a reference, such as `E-2026` or `#12`. */
const DIGITS =
  /(?<![\p{L}\p{N}#_]|[\p{L}\p{N}#_]-)(?:\+\s?)?\(?\d(?:[\s()./\u2010-\u2015-]{0,3}\d)+/gu;

/** E.164 allows no more; what has more digits is a reference. */
const LONGEST_PHONE = 15;
/** With `+` or `0` before it; a shorter number is no whole phone number. */
const SHORTEST_PHONE = 7;
/** Without either, it is as often the number of an order. */
const SHORTEST_BARE_PHONE = 10;

/**
 * Whether a text seems to hold an email address or a phone number. It is made for reasons, purposes
 * and names of things, which outlive the rows of people: names it cannot tell from other words.
 */
export function holdsPersonalData(text: string): boolean {
  const seen = text.normalize('NFKC').replace(/\p{DI}/gu, '');
  const plain = plainDigits(seen).replace(ENCODED_AT, '@');
  if (ADDRESS.test(plain)) return true;
  const numbers = plain.replace(MOMENTS, ' ; ').match(DIGITS) ?? [];
  return numbers.some(isPhone);
}

/** @throws AppError `free_text.personal` when it seems to hold an email address or a phone number. */
export function refusePersonalData(text: string): void {
  if (holdsPersonalData(text)) throw new AppError('free_text.personal');
}

function isPhone(number: string): boolean {
  const digits = number.replace(/\D/g, '');
  const isMarked = number.startsWith('+') || digits.startsWith('0');
  const shortest = isMarked ? SHORTEST_PHONE : SHORTEST_BARE_PHONE;
  return digits.length >= shortest && digits.length <= LONGEST_PHONE;
}
