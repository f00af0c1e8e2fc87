import type { ChatLanguage } from '../../preload/contract';

/** Languages that are offered for a text, beside those that it has. */
export const OFFERED_LANGUAGES: readonly ChatLanguage[] = [
  ...['en', 'de', 'fr', 'es', 'it', 'nl', 'pl', 'tr', 'ar', 'bg', 'cs', 'da', 'el', 'et', 'fi'],
  ...['ga', 'he', 'hr', 'hu', 'ja', 'ko', 'lt', 'lv', 'mt', 'nb', 'pt', 'ro', 'ru', 'sk', 'sl'],
  ...['sr', 'sv', 'uk', 'vi', 'zh'],
];
