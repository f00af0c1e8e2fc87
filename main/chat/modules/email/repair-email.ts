import { readEmail } from '../../../foundation/person/read-email';

/** What people write for the signs of an address, and what keyboards and text programs make of them. */
const SIGNS: readonly [RegExp, string][] = [
  [/^\s*(?:my\s|meine\s)?e?-?mail(?:[ -]?add?resse?)?\s*:\s*/i, ''],
  [/\s*[([{]\s*(?:at|ät|@)\s*[)\]}]\s*|\s+at\s+/i, '@'],
  [/\s*[([{]\s*(?:dot|punkt|point)\s*[)\]}]\s*|\s+(?:dot|punkt)\s+/gi, '.'],
  [/\s*([@.])\s*/g, '$1'],
  [/[\u2018\u2019\u02BC\u00B4`]/g, "'"],
  [/[\u2010-\u2015\u2212]/g, '-'],
  [/(?<=@.*),\s*/g, '.'],
];

/** Longer than any address, with what stands beside it. */
const MAX_LENGTH = 400;

/**
 * The address that was probably meant by a text that is none: with the sign that is one key beside the
 * right one (`ann@example,com`), with blanks, curled quotes or words for its signs. Null where that makes
 * none, or more than one.
 */
export function repairedEmail(typed: string): string | null {
  if (typed.length > MAX_LENGTH) return null;
  const text = SIGNS.reduce((each, [sign, plain]) => each.replace(sign, plain), typed.trim());
  if (text.split('@').length !== 2) return null;
  // What stands behind an address, such as "thanks" or "(home)", is no part of it.
  const [first = ''] = typed.trim().split(/[\s,;]+/);
  return readEmail(first) ?? readEmail(text);
}
