import type { Language } from '../../preload/contract';
import de from '../../resources/locales/de/main.json';
import en from '../../resources/locales/en/main.json';

const texts: Readonly<Record<Language, typeof en>> = { en, de };

/** The few words of main's own: menus and native dialogs. */
export function textsOf(language: Language): typeof en {
  return texts[language];
}
