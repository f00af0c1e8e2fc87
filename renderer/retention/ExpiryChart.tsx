import '@mantine/charts/styles.css';
import { BarChart } from '@mantine/charts';
import { useTranslation } from 'react-i18next';
import { TABLE_NAMES, type TableName } from '../../preload/contract';
import type { ForecastDay } from './calendar-days';
import { formatCount, formatDay, formatDayShort } from './format-day';

/** At least 3:1 on the light page and on the dark one, and told apart without red and green. */
const COLORS: Record<TableName, string> = {
  customers: 'indigo.5',
  participations: 'petrol.5',
  winners: 'orange.6',
  consents: 'teal.6',
  instant_wins: 'yellow.7',
  codes: 'cyan.7',
  loyalty: 'pink.6',
  variables: 'grape.5',
  answers: 'lime.8',
  files: 'blue.4',
  runtime_log: 'gray.5',
};

interface Props {
  days: ForecastDay[];
  /** What the chart says, for those who do not see it; the table has the rest. */
  summary: string;
}

export function ExpiryChart({ days, summary }: Props) {
  const { t } = useTranslation(['retention', 'app']);
  const tables = TABLE_NAMES.filter((table) => days.some((day) => day[table]));
  return (
    <div role="img" aria-label={`${summary} ${t('calendar.chartHint')}`}>
      <BarChart
        h={340}
        data={days}
        dataKey="day"
        type="stacked"
        series={tables.map((table) => ({
          name: table,
          label: t(`app:tables.${table}`),
          color: COLORS[table],
        }))}
        withLegend
        legendProps={{ verticalAlign: 'bottom' }}
        tickLine="none"
        gridAxis="x"
        valueFormatter={formatCount}
        xAxisProps={{
          tickFormatter: formatDayShort,
          minTickGap: 24,
          interval: 'equidistantPreserveStart',
        }}
        yAxisProps={{ allowDecimals: false, width: 56 }}
        // Without a bar under the pointer there is no day.
        tooltipProps={{ labelFormatter: (day) => (typeof day === 'string' ? formatDay(day) : '') }}
        maxBarWidth={28}
      />
    </div>
  );
}
