import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useAppStore } from './app-store';
import { useScreens } from './use-screens';

/** Keeps the window's title and the page's language in step with what is shown. */
export function useDocumentHead(): void {
  const { t } = useTranslation('app');
  const language = useAppStore((state) => state.preferences.language);
  const status = useAppStore((state) => state.status);
  const { current: screen } = useScreens();

  const parts = [t('name')];
  if (status?.state === 'locked' || status?.state === 'unlocked') parts.unshift(status.name);
  if (status?.state === 'unlocked') parts.unshift(t(`nav.${screen}`));
  const title = parts.join(' – ');

  useEffect(() => {
    document.title = title;
    document.documentElement.lang = language;
  }, [title, language]);
}
