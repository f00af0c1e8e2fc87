import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Language } from '../../preload/contract';
import { useAppStore } from '../app/app-store';
import { showError } from '../app/errors';

interface Props {
  /** Whole names of the languages instead of their codes. */
  long?: boolean;
}

export function LanguageSwitch({ long = false }: Props) {
  const { t } = useTranslation('app');
  const language = useAppStore((state) => state.preferences.language);
  const setPreferences = useAppStore((state) => state.setPreferences);
  return (
    <SegmentedControl
      size={long ? 'sm' : 'xs'}
      aria-label={t('language.label')}
      value={language}
      data={Language.options.map((value) => ({
        value,
        label: long ? (
          t(`language.${value}`)
        ) : (
          <abbr title={t(`language.${value}`)} style={{ textDecoration: 'none' }}>
            {value.toUpperCase()}
          </abbr>
        ),
      }))}
      onChange={(value) => void setPreferences({ language: value }).catch(showError)}
    />
  );
}
