import { ACCESS_OBLIGATIONS, type Language, OBLIGATIONS } from '../../../preload/contract';
import de from '../../../resources/locales/de/export.json';
import en from '../../../resources/locales/en/export.json';
import type { Permit } from './allowance';

const wordings = { en, de } as const;

/** The obligations as a user reads them: of an export, or of an answer to whom the data is about. */
export function obligationsIn(language: Language, permit: Permit): string[] {
  const { obligations, accessObligations } = wordings[language];
  if (permit === 'access') return ACCESS_OBLIGATIONS.map((each) => accessObligations[each]);
  return OBLIGATIONS.map((each) => obligations[each]);
}
