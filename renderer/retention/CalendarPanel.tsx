import { Group, SegmentedControl, Select, Stack, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dayOf, TABLE_NAMES, type TableName } from '../../preload/contract';
import { useNow } from '../ui/use-now';
import { CalendarList } from './CalendarList';
import { forecast, rowsWithin } from './calendar-days';
import { MonthCalendar } from './MonthCalendar';
import { useRetention } from './retention-store';

/** In words, before any calendar: what goes within a week, a month, a quarter. */
const SOON = [7, 30, 90] as const;

const VIEWS = ['month', 'list'] as const;

/** What goes when, unless it is deleted before. */
export function CalendarPanel() {
  const { t } = useTranslation(['retention', 'app']);
  const calendar = useRetention((state) => state.calendar) ?? [];
  const [view, setView] = useState<(typeof VIEWS)[number]>('month');
  const [table, setTable] = useState<TableName | null>(null);
  const today = dayOf(useNow());
  const days = useMemo(() => forecast(calendar, table), [calendar, table]);
  const tables = TABLE_NAMES.filter((name) => calendar.some((day) => day.table === name));
  return (
    <Stack gap="md">
      <ul style={{ margin: 0, paddingInlineStart: 20 }}>
        {SOON.map((count) => (
          <Text component="li" size="sm" key={count} fw={count === SOON[0] ? 600 : 400}>
            {t('calendar.goes', {
              count: rowsWithin(days, today, count),
              days: t('app:units.days', { count }),
            })}
          </Text>
        ))}
      </ul>
      <Group gap="sm">
        <Select
          aria-label={t('calendar.table')}
          placeholder={t('calendar.allTables')}
          data={tables.map((name) => ({ value: name, label: t(`app:tables.${name}`) }))}
          value={table}
          onChange={(name) => setTable(TABLE_NAMES.find((each) => each === name) ?? null)}
          clearable
          w={220}
        />
        <SegmentedControl
          aria-label={t('calendar.view')}
          value={view}
          onChange={(value) => setView(value)}
          data={VIEWS.map((value) => ({ value, label: t(`calendar.${value}`) }))}
        />
      </Group>
      {view === 'month' ? (
        <MonthCalendar days={days} today={today} />
      ) : (
        <CalendarList days={[...days.values()]} />
      )}
      <Text size="xs" c="dimmed" maw={760}>
        {t('calendar.note')}
      </Text>
    </Stack>
  );
}
