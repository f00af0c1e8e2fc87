import { type Language, OBLIGATIONS } from '../../../preload/contract';
import de from '../../../resources/locales/de/export.json';
import en from '../../../resources/locales/en/export.json';

const wordings = { en: en.obligations, de: de.obligations } as const;

/** The obligations as a user reads them. */
export function obligationsIn(language: Language): string[] {
  return OBLIGATIONS.map((obligation) => wordings[language][obligation]);
}
