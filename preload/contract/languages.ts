import { z } from 'zod';

/** A language of participants, as BCP 47 tags name it: `de`, `pt-BR`, `ar`. */
export const ChatLanguage = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}$/);
export type ChatLanguage = z.infer<typeof ChatLanguage>;

/** Languages in which the chat's own sentences are there. */
export const BUILT_IN_LANGUAGES = ['en', 'de', 'fr', 'es', 'it', 'nl', 'pl', 'tr'] as const;
export type BuiltInLanguage = (typeof BUILT_IN_LANGUAGES)[number];

/** In which languages an experience speaks. */
export const ChatLanguages = z.object({
  /** The texts of the modules are in this one. */
  main: ChatLanguage,
  others: z.array(ChatLanguage).max(30),
});
export type ChatLanguages = z.infer<typeof ChatLanguages>;

/**
 * Where a text stands: the module's id and the path of its setting, with ids of list items in it
 * (`m1/options.o1.label`), or `settings/` and the path of a setting of the chat
 * (`settings/kiosk.start.headline`).
 */
export const TextPlace = z.string().min(1).max(300);
export type TextPlace = z.infer<typeof TextPlace>;

export const Translation = z.object({
  text: z.string().max(10_000),
  /** The main text that it translates: another one by now makes it outdated. */
  of: z.string().max(10_000),
});
export type Translation = z.infer<typeof Translation>;

/** Translations of an experience, by language and place. */
export const Translations = z.record(ChatLanguage, z.record(TextPlace, Translation));
export type Translations = z.infer<typeof Translations>;

const RIGHT_TO_LEFT = new Set(['ar', 'dv', 'fa', 'he', 'ku', 'ps', 'sd', 'ug', 'ur', 'yi']);

export function directionOf(language: ChatLanguage): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.has(language.split('-')[0] ?? '') ? 'rtl' : 'ltr';
}

/** The language without its script and region: `pt` of `pt-BR`. */
export function baseOf(language: ChatLanguage): string {
  return language.split('-')[0]?.toLowerCase() ?? '';
}

/**
 * The language in which a chat speaks to somebody who would like one of `wanted`, the dearest first:
 * one of them, else one with the same base, else the main one.
 */
export function spokenLanguage(
  { main, others }: ChatLanguages,
  wanted: readonly string[],
): ChatLanguage {
  const offered = [main, ...others];
  for (const wish of wanted) {
    const same = offered.find((each) => each.toLowerCase() === wish.toLowerCase());
    const near = same ?? offered.find((each) => baseOf(each) === baseOf(wish));
    if (near !== undefined) return near;
  }
  return main;
}

/** What a language is called by whoever reads `reader`; its tag where nobody knows. */
export function languageName(language: ChatLanguage, reader: ChatLanguage): string {
  try {
    return new Intl.DisplayNames([reader], { type: 'language' }).of(language) ?? language;
  } catch {
    return language;
  }
}

/** What a language is called in itself: `Deutsch`; its tag where nobody knows. */
export function autonymOf(language: ChatLanguage): string {
  return languageName(language, language);
}

/** What has become of a translation. */
export const TRANSLATION_STATES = ['missing', 'outdated', 'built_in', 'done'] as const;
export type TranslationState = (typeof TRANSLATION_STATES)[number];

/** A translation without a word says nothing, and is missing. */
export function stateOf(
  translation: Translation | undefined,
  text: string,
  builtIn: string | null,
): TranslationState {
  if (translation && translation.text.trim() !== '') {
    return translation.of === text ? 'done' : 'outdated';
  }
  return builtIn === null ? 'missing' : 'built_in';
}
