import { Paper, Table, Text, Title } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { TABLE_NAMES } from '../../preload/contract';
import { formatFullDay } from '../ui/format';
import type { ForecastDay } from './calendar-days';
import classes from './MonthCalendar.module.css';

/** What goes on one day, table by table. */
export function DayEntries({ day, entries }: { day: string; entries: ForecastDay | undefined }) {
  const { t } = useTranslation(['retention', 'app']);
  const id = useId();
  const tables = TABLE_NAMES.filter((table) => entries?.[table]);
  return (
    <Paper component="section" withBorder p="md" className={classes.entries} aria-labelledby={id}>
      <Title order={2} size="h5" id={id}>
        {t('calendar.onDay', { day: formatFullDay(day) })}
      </Title>
      {tables.length === 0 ? (
        <Text size="sm" c="dimmed" mt="xs">
          {t('calendar.nothingOnDay')}
        </Text>
      ) : (
        <Table fz="sm" mt="xs" aria-labelledby={id}>
          <Table.Tbody>
            {tables.map((table) => (
              <Table.Tr key={table}>
                <Table.Th scope="row" fw={400}>
                  {t(`app:tables.${table}`)}
                </Table.Th>
                <Table.Td ta="right">{t('app:count', { count: entries?.[table] ?? 0 })}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Paper>
  );
}
