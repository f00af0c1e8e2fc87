import { Button, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TABLE_NAMES } from '../../preload/contract';
import { formatFullDay } from '../ui/format';
import type { ForecastDay } from './calendar-days';
import classes from './PolicyTable.module.css';

const DAYS_AT_ONCE = 60;

/** The days on which something goes, table by table. */
export function CalendarList({ days }: { days: readonly ForecastDay[] }) {
  const { t } = useTranslation(['retention', 'app']);
  const [shown, setShown] = useState(DAYS_AT_ONCE);
  const tables = TABLE_NAMES.filter((table) => days.some((day) => day[table]));
  if (days.length === 0) return <Text size="sm">{t('calendar.nothing')}</Text>;
  return (
    <>
      <Table.ScrollContainer minWidth={560} type="native" className={classes.frame}>
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
            {days.slice(0, shown).map((day) => (
              <Table.Tr key={day.day}>
                <Table.Th scope="row" fw={500}>
                  <time dateTime={day.day}>{formatFullDay(day.day)}</time>
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
      {shown < days.length && (
        <Button
          variant="default"
          style={{ alignSelf: 'flex-start' }}
          onClick={() => setShown(shown + DAYS_AT_ONCE)}
        >
          {t('calendar.more', { count: Math.min(DAYS_AT_ONCE, days.length - shown) })}
        </Button>
      )}
    </>
  );
}
