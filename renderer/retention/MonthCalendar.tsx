import { ActionIcon, Button, Group, Text, Title, VisuallyHidden } from '@mantine/core';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addMonths } from '../../preload/contract';
import { currentLanguage } from '../app/i18n';
import { localDay } from '../ui/format';
import { type ForecastDay, rowsOn, shadeOf, weeksOf } from './calendar-days';
import { DayEntries } from './DayEntries';
import classes from './MonthCalendar.module.css';
import { useDayKeys } from './use-day-keys';

/** Monday, in the languages of the application. */
const FIRST_WEEKDAY = 1;

interface Props {
  /** By their ISO date; those on which nothing goes are left out. */
  days: ReadonlyMap<string, ForecastDay>;
  today: string;
}

/** A month with how many entries go on each day, and what goes on the chosen one. */
export function MonthCalendar({ days, today }: Props) {
  const { t } = useTranslation('retention');
  // The first day on which something goes: of a month that ends there is nothing to see.
  const [chosen, setChosen] = useState(() => [...days.keys()].find((day) => day >= today) ?? today);
  const id = useId();
  const first = today.slice(0, 7);
  const last = [first, ...days.keys()].at(-1)?.slice(0, 7) ?? first;
  const month = chosen.slice(0, 7);
  const choose = (day: string) => {
    const next = day.slice(0, 7);
    if (next >= first && next <= last) setChosen(day);
  };
  const { onKeyDown, grid } = useDayKeys(chosen, choose);
  const weeks = weeksOf(month, FIRST_WEEKDAY);
  const inSight = weeks.flat().map((day) => (day ? rowsOn(days.get(day)) : 0));
  const most = Math.max(...inSight);
  const goTo = (by: number) => choose(addMonths(chosen, by));

  return (
    <div className={classes.both}>
      <div>
        <Group gap="xs" mb="xs">
          <ActionIcon
            aria-label={t('calendar.previous')}
            disabled={month <= first}
            onClick={() => goTo(-1)}
          >
            <ChevronLeft size={18} aria-hidden />
          </ActionIcon>
          <Title order={2} size="h4" id={id} aria-live="polite" className={classes.month}>
            {formatted(`${month}-01`, { month: 'long', year: 'numeric' })}
          </Title>
          <ActionIcon
            aria-label={t('calendar.next')}
            disabled={month >= last}
            onClick={() => goTo(1)}
          >
            <ChevronRight size={18} aria-hidden />
          </ActionIcon>
          <Button variant="default" size="compact-sm" ml="auto" onClick={() => choose(today)}>
            {t('calendar.today')}
          </Button>
        </Group>
        <table
          ref={grid}
          className={classes.grid}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: ARIA makes it a table with keys.
          role="grid"
          aria-labelledby={id}
          aria-describedby={`${id}-help`}
          onKeyDown={onKeyDown}
        >
          <thead>
            <tr>{weeks[1]?.map((day) => day && <Weekday key={day} day={day} />)}</tr>
          </thead>
          <tbody>
            {weeks.map((week) => (
              <tr key={week.find((day) => day !== null)}>
                {week.map((day, place) =>
                  day === null ? (
                    // biome-ignore lint/suspicious/noArrayIndexKey: it is a place in the week, and nothing else.
                    <td key={place} />
                  ) : (
                    <Day
                      key={day}
                      day={day}
                      rows={rowsOn(days.get(day))}
                      most={most}
                      today={today}
                      isChosen={day === chosen}
                      onChoose={() => choose(day)}
                    />
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
        <VisuallyHidden id={`${id}-help`}>{t('calendar.help')}</VisuallyHidden>
      </div>
      <DayEntries day={chosen} entries={days.get(chosen)} />
    </div>
  );
}

function Weekday({ day }: { day: string }) {
  return (
    <th scope="col" abbr={formatted(day, { weekday: 'long' })}>
      {formatted(day, { weekday: 'short' })}
    </th>
  );
}

interface DayProps {
  day: string;
  rows: number;
  /** On the busiest day of the month. */
  most: number;
  today: string;
  isChosen: boolean;
  onChoose: () => void;
}

function Day({ day, rows, most, today, isChosen, onChoose }: DayProps) {
  const { t } = useTranslation(['retention', 'app']);
  const isPast = day < today;
  const date = formatted(day, { dateStyle: 'full' });
  const named = day === today ? t('calendar.isToday', { day: date }) : date;
  return (
    <td>
      <button
        type="button"
        className={classes.day}
        data-day={day}
        data-shade={shadeOf(rows, most)}
        data-past={isPast || undefined}
        aria-current={day === today ? 'date' : undefined}
        aria-pressed={isChosen}
        tabIndex={isChosen ? 0 : -1}
        onClick={onChoose}
      >
        <VisuallyHidden>
          {isPast
            ? t('calendar.dayPast', { day: named })
            : t('calendar.dayGoes', { day: named, count: rows })}
        </VisuallyHidden>
        <span aria-hidden className={classes.date}>
          {Number(day.slice(8))}
        </span>
        {rows > 0 && (
          <Text span aria-hidden className={classes.count}>
            {t('app:count', { count: rows })}
          </Text>
        )}
      </button>
    </td>
  );
}

function formatted(day: string, style: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(currentLanguage(), style).format(localDay(day));
}
