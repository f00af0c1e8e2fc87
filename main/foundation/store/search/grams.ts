import { digitsOfNumber } from './digits';
import { fold } from './fold';

export const GRAM_LENGTH = 3;
/** Behind each value: what is shorter than a gram is the beginning of one that ends with it. */
const END = '\n\n';
/** A longer value would fill the index by itself; its row is always read instead. */
const MAX_VALUE_LENGTH = 2_000;
/** Stands for a row that is always read. No value has it: line breaks begin no gram. */
export const ALWAYS = '\n';

/** All runs of three letters of a row's values, each once. */
export function gramsOf(values: readonly (string | null)[]): Set<string> {
  const grams = new Set<string>();
  for (const value of values) {
    if (value === null) continue;
    if (value.length > MAX_VALUE_LENGTH) grams.add(ALWAYS);
    else addGrams(fold(value), grams);
    // A number is looked for by its digits, however it was written.
    const digits = digitsOfNumber(value);
    if (digits !== null) addGrams(digits, grams);
  }
  return grams;
}

/** The grams that a row has to have to hold the text; for a text of one or two letters, their beginning. */
export function gramsOfSearch(folded: string): string[] {
  const letters = Array.from(folded);
  const last = letters.length - GRAM_LENGTH;
  return [
    ...new Set(
      Array.from({ length: last + 1 }, (_, at) => letters.slice(at, at + GRAM_LENGTH).join('')),
    ),
  ];
}

function addGrams(folded: string, grams: Set<string>): void {
  const isAstral = /[\ud800-\udfff]/.test(folded);
  if (isAstral) {
    // Half a letter is no text: SQLite would store many of them as one.
    const letters = Array.from(folded + END);
    for (let at = 0; at < letters.length - END.length; at++) {
      if (letters[at] !== '\n') grams.add(letters.slice(at, at + GRAM_LENGTH).join(''));
    }
    return;
  }
  const text = folded + END;
  for (let at = 0; at < folded.length; at++) {
    if (text[at] !== '\n') grams.add(text.slice(at, at + GRAM_LENGTH));
  }
}
