import { Group, Loader, SegmentedControl, Stack, Text } from '@mantine/core';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CalendarTable } from './CalendarTable';
import { forecast } from './calendar-days';
import { HORIZONS, type Horizon, useRetention } from './retention-store';

const ExpiryChart = lazy(async () => ({ default: (await import('./ExpiryChart')).ExpiryChart }));

/** What expires when, unless it is deleted or kept by a legal hold. */
export function CalendarPanel() {
  const { t } = useTranslation(['retention', 'app']);
  const { calendar = [], horizon, setHorizon } = useRetention();
  const [view, setView] = useState<'chart' | 'table'>('chart');
  const days = useMemo(() => forecast(calendar, new Date(), horizon), [calendar, horizon]);
  const rows = calendar.reduce((sum, day) => sum + day.rows, 0);
  const summary = t('calendar.summary', {
    count: rows,
    days: t('app:units.days', { count: horizon }),
  });
  return (
    <Stack gap="md">
      <Group justify="space-between">
        <Text size="sm">{summary}</Text>
        <Group gap="sm">
          <SegmentedControl
            size="xs"
            aria-label={t('calendar.horizon')}
            value={String(horizon)}
            onChange={(value) => setHorizon(Number(value) as Horizon)}
            data={HORIZONS.map((count) => ({
              value: String(count),
              label: t('app:units.days', { count }),
            }))}
          />
          <SegmentedControl
            size="xs"
            aria-label={t('calendar.view')}
            value={view}
            onChange={(value) => setView(value === 'table' ? 'table' : 'chart')}
            data={(['chart', 'table'] as const).map((value) => ({
              value,
              label: t(`calendar.${value}`),
            }))}
          />
        </Group>
      </Group>
      {view === 'table' ? (
        <CalendarTable days={days} />
      ) : (
        <Suspense fallback={<Loader aria-label={t('app:loading')} />}>
          <ExpiryChart days={days} summary={summary} />
        </Suspense>
      )}
      <Text size="xs" c="dimmed">
        {t('calendar.note')}
      </Text>
    </Stack>
  );
}
