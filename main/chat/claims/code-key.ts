/** Unicode's dashes and hyphens, and the minus sign, which look alike on paper. */
const DASHES = /[\p{Dash_Punctuation}\u2212\u00ad]/gu;

/**
 * The comparable form of a code: letter case, blanks and the kind of dash do not matter, because
 * participants copy codes by hand from what is printed.
 */
export function codeKey(code: string): string {
  return code
    .normalize('NFKC')
    .replaceAll(/[\s\p{Cf}]/gu, (mark) => (mark === '\u00ad' ? mark : ''))
    .replaceAll(DASHES, '-')
    .toUpperCase();
}
