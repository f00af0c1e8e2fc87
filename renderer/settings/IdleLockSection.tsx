import { NativeSelect, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { showError } from '../app/errors';
import { notify } from '../app/notify';
import { useMay } from '../app/use-may';
import { Section } from './Section';
import { useSettingsStore } from './settings-store';

const CHOICES = [1, 5, 10, 15, 30, 60, 240];
const NEVER = 'never';

export function IdleLockSection({ minutes }: { minutes: number | null }) {
  const { t } = useTranslation(['settings', 'app']);
  const setIdleLock = useSettingsStore((state) => state.setIdleLock);
  const mayChange = useMay('workspace.setIdleLock');
  const choices = minutes === null || CHOICES.includes(minutes) ? CHOICES : [...CHOICES, minutes];

  const change = async (value: string) => {
    try {
      await setIdleLock(value === NEVER ? null : Number(value));
      notify(t('idleLock.done'));
    } catch (error) {
      showError(error);
    }
  };

  return (
    <Section title={t('idleLock.title')}>
      <NativeSelect
        label={t('idleLock.label')}
        maw={280}
        disabled={!mayChange}
        value={minutes ?? NEVER}
        data={[
          ...choices.map((count) => ({
            value: String(count),
            label: t('app:units.minutes', { count }),
          })),
          { value: NEVER, label: t('idleLock.never') },
        ]}
        onChange={(event) => void change(event.currentTarget.value)}
      />
      <Text size="xs" c="dimmed">
        {t('idleLock.always')}
      </Text>
    </Section>
  );
}
