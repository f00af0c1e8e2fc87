import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { autonymOf, type ChatLanguage } from '../../preload/contract';

/** What the kiosk itself says, in the language that is spoken around it. */
export function useParticipantWords(): TFunction<'participant'> {
  return useTranslation('participant').t;
}

/** What a language is called in itself, as a button says it: with a capital. */
export function buttonName(language: ChatLanguage): string {
  const [first = '', ...rest] = autonymOf(language);
  return first.toLocaleUpperCase(language) + rest.join('');
}
