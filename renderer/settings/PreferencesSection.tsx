import { Group, Input, SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Preferences } from '../../preload/contract';
import { useAppStore } from '../app/app-store';
import { showError } from '../app/errors';
import { LanguageSwitch } from '../ui/LanguageSwitch';
import { Section } from './Section';

export function PreferencesSection() {
  const { t } = useTranslation(['settings', 'app']);
  const colorScheme = useAppStore((state) => state.preferences.colorScheme);
  const setPreferences = useAppStore((state) => state.setPreferences);
  return (
    <Section section="preferences" title={t('preferences.title')}>
      <Group gap="xl">
        <Input.Wrapper label={t('app:language.label')} labelElement="div">
          <div>
            <LanguageSwitch long />
          </div>
        </Input.Wrapper>
        <Input.Wrapper label={t('app:colorScheme.label')} labelElement="div">
          <div>
            <SegmentedControl
              aria-label={t('app:colorScheme.label')}
              value={colorScheme}
              data={Preferences.shape.colorScheme.options.map((value) => ({
                value,
                label: t(`app:colorScheme.${value}`),
              }))}
              onChange={(value) => void setPreferences({ colorScheme: value }).catch(showError)}
            />
          </div>
        </Input.Wrapper>
      </Group>
    </Section>
  );
}
