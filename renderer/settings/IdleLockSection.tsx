import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMay } from '../app/use-may';
import { Section } from './Section';
import { including, SettingSelect } from './SettingSelect';
import { useSettingsStore } from './settings-store';

const CHOICES = [1, 5, 10, 15, 30, 60, 240];
const NEVER = 'never';

export function IdleLockSection({ minutes }: { minutes: number | null }) {
  const { t } = useTranslation(['settings', 'app']);
  const setIdleLock = useSettingsStore((state) => state.setIdleLock);
  const mayChange = useMay('workspace.setIdleLock');
  return (
    <Section section="idleLock" title={t('idleLock.title')}>
      <SettingSelect
        label={t('idleLock.label')}
        disabled={!mayChange}
        value={String(minutes ?? NEVER)}
        choices={[
          ...including(CHOICES, minutes).map((count) => ({
            value: String(count),
            label: t('app:units.minutes', { count }),
          })),
          { value: NEVER, label: t('idleLock.never') },
        ]}
        done={t('idleLock.done')}
        onChoose={(value) => setIdleLock(value === NEVER ? null : Number(value))}
      />
      <Text size="xs" c="dimmed">
        {t('idleLock.always')}
      </Text>
    </Section>
  );
}
