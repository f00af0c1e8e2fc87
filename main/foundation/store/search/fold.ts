import { plainDigits } from '../../../../preload/contract';

const ASCII = /^[\0-\x7f]*$/;
/** Accents, and what nobody sees. */
const MARKS = /[\p{M}\p{DI}]/gu;

/**
 * The form in which texts are compared: without letter case, accents and what is invisible, and with
 * the digits 0 to 9, so that `muller` finds `MÜLLER`.
 */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  if (ASCII.test(lower)) return lower;
  const bare = lower.normalize('NFKD').replace(MARKS, '').replaceAll('ß', 'ss');
  return ASCII.test(bare) ? bare : plainDigits(bare);
}
