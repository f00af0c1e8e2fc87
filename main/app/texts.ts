import type { Language } from '../../preload/contract';
import de from '../../resources/locales/de/main.json';
import en from '../../resources/locales/en/main.json';

export type Texts = typeof en;

const texts: Readonly<Record<Language, Texts>> = { en, de };

/** The few words of main's own: menus and native dialogs. */
export function textsOf(language: Language): Texts {
  return texts[language];
}
