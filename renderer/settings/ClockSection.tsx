import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMay } from '../app/use-may';
import { Section } from './Section';
import { including, SettingSelect } from './SettingSelect';
import { useSettingsStore } from './settings-store';

const CHOICES = [1, 7, 14, 30, 90, 365];

/** How far the clock may jump ahead before it has to be confirmed. */
export function ClockSection({ days }: { days: number }) {
  const { t } = useTranslation(['settings', 'app']);
  const setClockJump = useSettingsStore((state) => state.setClockJump);
  const mayChange = useMay('workspace.setClockJump');
  return (
    <Section section="clock" title={t('clockJump.title')}>
      <SettingSelect
        label={t('clockJump.label')}
        disabled={!mayChange}
        value={String(days)}
        choices={including(CHOICES, days).map((count) => ({
          value: String(count),
          label: t('app:units.days', { count }),
        }))}
        done={t('clockJump.done')}
        onChoose={(value) => setClockJump(Number(value))}
      />
      <Text size="xs" c="dimmed">
        {t('clockJump.explanation')}
      </Text>
    </Section>
  );
}
