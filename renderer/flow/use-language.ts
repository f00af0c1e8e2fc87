import { useTranslation } from 'react-i18next';
import { Language } from '../../preload/contract';

/** The app's language as the contract knows it: module texts come in these. */
export function useLanguage(): Language {
  const { i18n } = useTranslation();
  return Language.catch('en').parse(i18n.resolvedLanguage);
}
