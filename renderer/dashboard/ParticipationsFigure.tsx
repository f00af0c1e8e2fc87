import { SegmentedControl } from '@mantine/core';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../app/client';
import { formatCount, formatFullDay, formatShortDay } from '../ui/format';
import { Figure } from './Figure';
import { useCounts } from './use-counts';

const PERIODS = [30, 90] as const;
const CHANNELS = ['kiosk', 'preview'] as const;
const COLORS = { kiosk: 'petrol.5', preview: 'orange.6' };

export function ParticipationsFigure() {
  const { t } = useTranslation(['dashboard', 'app']);
  const [period, setPeriod] = useState(30);
  const load = useCallback(() => call('dashboard.participations', { days: period }), [period]);
  const { value, error, reload } = useCounts(load);
  const days = value ?? [];
  const filled = days.filter(({ kiosk, preview }) => kiosk + preview > 0);
  const sum = (channel: 'kiosk' | 'preview') =>
    days.reduce((total, day) => total + day[channel], 0);
  const summary = t('participations.summary', {
    count: sum('kiosk'),
    preview: formatCount(sum('preview')),
    days: t('app:units.days', { count: days.length }),
  });
  return (
    <Figure
      title={t('participations.title')}
      summary={value && summary}
      note={t('participations.note')}
      error={error}
      onRetry={reload}
      chart={
        filled.length > 0
          ? {
              data: days,
              dataKey: 'day',
              series: CHANNELS.map((name) => ({
                name,
                label: t(`channels.${name}`),
                color: COLORS[name],
              })),
              nameOf: formatFullDay,
              xAxisProps: {
                tickFormatter: formatShortDay,
                minTickGap: 24,
                interval: 'equidistantPreserveStart',
              },
            }
          : null
      }
      table={{
        head: [t('participations.day'), ...CHANNELS.map((channel) => t(`channels.${channel}`))],
        rows: filled.map(({ day, kiosk, preview }) => ({
          key: day,
          cells: [formatFullDay(day), formatCount(kiosk), formatCount(preview)],
        })),
      }}
      controls={
        <SegmentedControl
          size="xs"
          aria-label={t('participations.period')}
          value={String(period)}
          onChange={(chosen) => setPeriod(Number(chosen))}
          data={PERIODS.map((count) => ({
            value: String(count),
            label: t('app:units.days', { count }),
          }))}
        />
      }
    />
  );
}
