import { plainLine } from '../../foundation/text/clean-text';

/** Unicode's dashes and hyphens, and the minus sign, which look alike on paper. */
const DASHES = /[\p{Dash_Punctuation}\u2212\u00ad]/gu;

/**
 * The comparable form of a code: letter case, blanks and the kind of dash do not matter, because
 * participants copy codes by hand from what is printed.
 */
export function codeKey(code: string): string {
  return plainLine(code.replaceAll(DASHES, '-'))
    .replaceAll(DASHES, '-')
    .replaceAll(/\s/g, '')
    .toUpperCase();
}
