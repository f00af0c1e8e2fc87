import { plainDigits } from '../../../preload/contract';

/**
 * What nobody sees and people paste without knowing: marks that reorder what is around them, with which a
 * name could rewrite a table's row, and characters without a width. The joiners of Persian and Indian
 * names and of emoji stay, as do the selectors and tags that emoji are made of.
 */
const INVISIBLE =
  /(?!\u200C|\u200D|[\uFE00-\uFE0F]|[\u{E0020}-\u{E007F}]|[\u{E0100}-\u{E01EF}])\p{DI}/gu;

/** Signs that show as a blank, though no standard calls them one. */
const LOOKS_BLANK = /[\p{DI}\s\u2800]/gu;

/** One line as it was meant: without what is invisible, and one blank for any between words. */
export function cleanLine(text: string): string {
  return emptyIfBlank(
    text
      .toWellFormed()
      // Before composing: an accent behind something invisible belongs to the letter before it.
      .replaceAll(INVISIBLE, '')
      .normalize('NFC')
      .replaceAll(/[\p{Cc}\s]+/gu, ' ')
      .trim(),
  );
}

/** Several lines, without other control characters than the ends of lines. */
export function cleanLines(text: string): string {
  return emptyIfBlank(
    text
      .toWellFormed()
      .replaceAll(INVISIBLE, '')
      .normalize('NFC')
      .replaceAll(/\r\n?|[\u2028\u2029]/g, '\n')
      .replaceAll(/(?!\n)\p{Cc}+/gu, ' ')
      .trim(),
  );
}

/**
 * What is compared or calculated with: a number, a code, an address. Like {@link cleanLine}, without any
 * invisible character, in the plain form of its characters (NFKC: full-width signs, ligatures), and
 * with the digits 0 to 9 for those of any script.
 */
export function plainLine(text: string): string {
  return plainDigits(
    cleanLine(
      text
        .toWellFormed()
        .normalize('NFKC')
        .replaceAll(/\p{DI}/gu, ''),
    ),
  );
}

/** As a person counts them, nearly: an emoji of one code point is one. */
export function countCharacters(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}

function emptyIfBlank(text: string): string {
  return text.replaceAll(LOOKS_BLANK, '') === '' ? '' : text;
}
