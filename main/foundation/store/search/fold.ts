import { plainDigits } from '../../../../preload/contract';
import { decodedLabel } from '../../person/email-domain';
import { readEmail } from '../../person/read-email';
import { cleanLine } from '../../text/clean-text';

const ASCII = /^[\0-\x7f]*$/;
/** Accents, and what nobody sees. */
const MARKS = /[\p{M}\p{DI}]/gu;
/** What phones and text programs make of the plain apostrophe, and what stands for one in some languages. */
const APOSTROPHES = /[\u2018\u2019\u02BB\u02BC]/g;
const DASHES = /[\u2010-\u2015\u2212]/g;
/** A label of a domain as DNS knows it. */
const ENCODED = /xn--[a-z0-9-]+/g;

/**
 * The form in which texts are compared: without letter case, accents and what is invisible, with the
 * digits 0 to 9, plain apostrophes and hyphens, and with domains in their own script, so that `muller`
 * finds `MÜLLER` and `xn--mller-kva.example`, and `O'Neill` finds `O’Neill`.
 */
export function fold(text: string): string {
  const cased = text.toLowerCase();
  const lower = cased.includes('xn--') ? cased.replaceAll(ENCODED, decodedLabel) : cased;
  if (ASCII.test(lower)) return lower;
  const bare = lower
    .normalize('NFKD')
    .replace(MARKS, '')
    .replaceAll('ß', 'ss')
    .replaceAll(APOSTROPHES, "'")
    .replaceAll(DASHES, '-');
  return ASCII.test(bare) ? bare : plainDigits(bare);
}

/** What is searched for: an address however it was pasted, anything else without what nobody sees. */
export function foldSearch(search: string): string {
  return fold(readEmail(search) ?? cleanLine(search));
}
