import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { TABLE_NAMES } from '../../preload/contract';
import type { ForecastDay } from './calendar-days';
import { formatDay } from './format-day';

/** The chart's numbers; days on which nothing expires are left out. */
export function CalendarTable({ days }: { days: ForecastDay[] }) {
  const { t } = useTranslation(['retention', 'app']);
  const tables = TABLE_NAMES.filter((table) => days.some((day) => day[table]));
  const filled = days.filter((day) => tables.some((table) => day[table]));
  if (filled.length === 0) return <Text size="sm">{t('calendar.nothing')}</Text>;
  return (
    <Table.ScrollContainer minWidth={560} type="native">
      <Table fz="sm" aria-label={t('tabs.calendar')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('calendar.day')}</Table.Th>
            {tables.map((table) => (
              <Table.Th key={table} scope="col" ta="right">
                {t(`app:tables.${table}`)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {filled.map((day) => (
            <Table.Tr key={day.day}>
              <Table.Th scope="row" fw={500}>
                <time dateTime={day.day}>{formatDay(day.day)}</time>
              </Table.Th>
              {tables.map((table) => (
                <Table.Td key={table} ta="right">
                  {day[table] ? t('app:count', { count: day[table] }) : '–'}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
