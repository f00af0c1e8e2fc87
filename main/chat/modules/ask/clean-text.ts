/** Characters that reorder what is around them: a name must not be able to rewrite a table's row. */
const REORDERING = /[\u202A-\u202E\u2066-\u2069]/g;

/** One line as it was meant: without control characters and doubled or surrounding blanks. */
export function cleanLine(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replaceAll(REORDERING, '')
    .replaceAll(/[\p{Cc}\s]+/gu, ' ')
    .trim();
}

/** Several lines, without other control characters than the ends of lines. */
export function cleanLines(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replaceAll(/\r\n?|[\u2028\u2029]/g, '\n')
    .replaceAll(REORDERING, '')
    .replaceAll(/(?!\n)\p{Cc}+/gu, ' ')
    .trim();
}

/** As a person counts them, nearly: an emoji of one code point is one. */
export function countCharacters(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}
