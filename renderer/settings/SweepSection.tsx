import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type RetentionStatus, type SweepReport, TABLE_NAMES } from '../../preload/contract';
import { showError } from '../app/errors';
import { notify } from '../app/notify';
import { Facts } from '../ui/Facts';
import { formatInstant } from '../ui/format';
import { Section } from './Section';
import { useSettingsStore } from './settings-store';

const HOUR_MINUTES = 60;

export function SweepSection({ retention }: { retention: RetentionStatus }) {
  const { t } = useTranslation('settings');
  const { lastSweep, intervalMinutes } = retention;
  const interval =
    intervalMinutes % HOUR_MINUTES === 0
      ? t('sweep.everyHours', { count: intervalMinutes / HOUR_MINUTES })
      : t('sweep.everyMinutes', { count: intervalMinutes });
  return (
    <Section title={t('sweep.title')}>
      <Text size="sm">{t('sweep.explanation', { interval })}</Text>
      {lastSweep ? <LastSweep report={lastSweep} /> : <Text size="sm">{t('sweep.never')}</Text>}
      <SweepButton />
    </Section>
  );
}

function LastSweep({ report }: { report: SweepReport }) {
  const { t } = useTranslation(['settings', 'app']);
  const removed = TABLE_NAMES.flatMap((table) => {
    const count = report.removed[table] ?? 0;
    return count === 0 ? [] : [`${t(`app:tables.${table}`)}: ${t('sweep.removedRows', { count })}`];
  });
  return (
    <Facts
      facts={[
        { label: t('sweep.last'), value: formatInstant(report.at) },
        { label: t('sweep.removed'), value: removed.join(', ') || t('sweep.removedNothing') },
      ]}
    />
  );
}

function SweepButton() {
  const { t } = useTranslation('settings');
  const sweep = useSettingsStore((state) => state.sweep);
  const [isSweeping, setSweeping] = useState(false);

  const run = async () => {
    setSweeping(true);
    try {
      const { removed } = await sweep();
      const count = Object.values(removed).reduce((sum, rows) => sum + rows, 0);
      notify(t('sweep.done', { count }));
    } catch (error) {
      showError(error);
    } finally {
      setSweeping(false);
    }
  };

  return (
    <Group>
      <Button variant="default" loading={isSweeping} onClick={() => void run()}>
        {t('sweep.now')}
      </Button>
    </Group>
  );
}
