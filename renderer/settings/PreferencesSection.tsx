import { Group, Input } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PreferenceSwitch } from '../ui/PreferenceSwitch';
import { Section } from './Section';

export function PreferencesSection() {
  const { t } = useTranslation(['settings', 'app']);
  return (
    <Section section="preferences" title={t('preferences.title')}>
      <Group gap="xl">
        {(['language', 'colorScheme'] as const).map((name) => (
          <Input.Wrapper key={name} label={t(`app:${name}.label`)} labelElement="div">
            <div>
              <PreferenceSwitch name={name} />
            </div>
          </Input.Wrapper>
        ))}
      </Group>
    </Section>
  );
}
