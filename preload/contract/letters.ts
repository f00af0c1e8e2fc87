import { z } from 'zod';
import type { Language } from './values';

/** A letter to winners, as it is written once for a draw in each language. */
export const LetterText = z.object({
  subject: z.string().trim().max(200),
  body: z.string().trim().max(10_000),
});

export const Letter = z.object({
  /** Who writes: the lines of a name and an address. */
  sender: z.string().trim().max(500),
  /** Whom winners answer. */
  contact: z.string().trim().max(300),
  languages: z.object({ en: LetterText, de: LetterText }),
});
export type Letter = z.infer<typeof Letter>;

/** What a letter says of each winner and of the draw. */
export interface LetterValues {
  readonly name: string;
  readonly prize: string;
  readonly giveaway: string;
  /** Empty where the draw has no such day. */
  readonly replyBy: string;
  readonly contact: string;
}

/** The words that stand for them, in braces. */
export const LETTER_WORDS: Readonly<
  Record<Language, Readonly<Record<keyof LetterValues, string>>>
> = {
  en: {
    name: 'name',
    prize: 'prize',
    giveaway: 'giveaway',
    replyBy: 'reply by',
    contact: 'contact',
  },
  de: {
    name: 'Name',
    prize: 'Preis',
    giveaway: 'Gewinnspiel',
    replyBy: 'Frist',
    contact: 'Kontakt',
  },
};

const PLACEHOLDER = /\{([^{}\n]*)\}/g;

/** What stands in braces and means nothing. */
export function unknownWords(text: string, language: Language): string[] {
  const words = [...text.matchAll(PLACEHOLDER)].map(([, word = '']) => word);
  return [...new Set(words.filter((word) => keyOf(word, language) === null))];
}

/**
 * The paragraphs of a letter. One that needs the day of the answer or a contact where there is none is
 * left out; of a name that is not known, the blank before it goes as well.
 */
export function lettersParagraphs(
  text: string,
  values: LetterValues,
  language: Language,
): string[] {
  return text.split(/\n\s*\n/).flatMap((paragraph) => {
    const used = [...paragraph.matchAll(PLACEHOLDER)].map(([, word = '']) => keyOf(word, language));
    const isWithout = used.some(
      (key) => (key === 'replyBy' || key === 'contact') && values[key] === '',
    );
    return isWithout ? [] : [filled(paragraph, values, language)];
  });
}

/** A text of one line, such as the subject. */
export function filled(text: string, values: LetterValues, language: Language): string {
  return text
    .replaceAll(/[^\S\n]*\{([^{}\n]*)\}/g, (all, word: string) => {
      const key = keyOf(word, language);
      if (key === null) return all;
      return values[key] === '' ? '' : all.replace(PLACEHOLDER, () => values[key]);
    })
    .trim();
}

function keyOf(word: string, language: Language): keyof LetterValues | null {
  const wanted = word.trim().toLowerCase();
  const keys = Object.keys(LETTER_WORDS[language]) as (keyof LetterValues)[];
  return keys.find((key) => LETTER_WORDS[language][key].toLowerCase() === wanted) ?? null;
}
