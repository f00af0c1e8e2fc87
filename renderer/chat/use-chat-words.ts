import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';

/** What the chat itself says, in the language of the chat around it. */
export function useChatWords(): TFunction<'chat'> {
  return useTranslation('chat').t;
}

/** The language of the chat around it, for `Intl`. */
export function useChatLocale(): string {
  return useTranslation('chat').i18n.language;
}
