import { useTranslation } from 'react-i18next';

interface Words {
  title: string;
  confirm: string;
}

/** What a dialog says that asks for the name of an experience. */
export function useExperienceWords(): (
  words: Words,
) => Words & { label: string; hint: string; missing: string } {
  const { t } = useTranslation('flow');
  return (words) => ({
    ...words,
    label: t('experiences.name'),
    hint: t('experiences.nameHint'),
    missing: t('experiences.nameMissing'),
  });
}
