import { plainLine } from '../../foundation/text/clean-text';

/** Unicode's dashes and hyphens, and the minus sign, which look alike on paper. */
const DASHES = /[\p{Dash_Punctuation}\u2212]/gu;

/** Most codes are such, and need none of what is below. */
const PLAIN = /^[!-~]*$/;

/**
 * The comparable form of a code: letter case, blanks, the kind of dash and what is invisible do not
 * matter, because participants copy codes by hand from what is printed. Migration 0017 holds a copy as
 * of its time: whoever changes this writes one that renews the stored keys.
 */
export function codeKey(code: string): string {
  if (PLAIN.test(code)) return code.toUpperCase();
  return (
    plainLine(code)
      .replaceAll(/\s/gu, '')
      .replaceAll(DASHES, '-')
      // Twice, since some capitals have no capital of their own: both kinds of sharp s become SS.
      .toLowerCase()
      .toUpperCase()
      .normalize('NFKC')
  );
}
