import { DatePicker, TimePicker } from '@mantine/dates';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { today } from './today';
import type { Taken } from './written-date';

interface CalendarProps extends Taken {
  value: string;
  /** In which it is spoken, for `Intl`. */
  language: string;
  minDate?: string | undefined;
  maxDate?: string | undefined;
  onChange(value: string): void;
  /** There is nothing more to choose. */
  onPicked(): void;
}

/** Days of every year are shown in a leap year, which the calendar does not name. */
const ANY_YEAR = '2028';
const MIDNIGHT = '00:00';

/** Days to pick from, with a time of day where one is taken. */
export function Calendar({
  value,
  time,
  isYearly,
  language,
  minDate,
  maxDate,
  onChange,
  onPicked,
}: CalendarProps) {
  const { t } = useTranslation(['app', 'chat']);
  const [date = '', clock = ''] = value.split(/[T ]/);
  const stored = isYearly ? `${ANY_YEAR}-${date}` : date;
  const day = /^\d{4}-\d{2}-\d{2}$/.test(stored) ? stored : null;
  const first = day ?? (isYearly ? `${ANY_YEAR}-01-01` : within(today(), minDate, maxDate));
  const usual = time === 'required' ? MIDNIGHT : '';
  const moment = (nextDay: string, nextClock: string): string =>
    [isYearly ? nextDay.slice(5) : nextDay, nextClock || usual].filter(Boolean).join(' ');
  const words = useWords(language);
  return (
    <>
      <DatePicker
        value={day}
        defaultDate={first}
        getDayProps={(each) => (each === first ? { 'data-autofocus': true } : {})}
        {...words}
        firstDayOfWeek={1}
        // Escape closes the calendar, and not the dialog around it.
        __stopPropagation
        hideOutsideDates
        highlightToday={!isYearly}
        ariaLabels={{
          previousMonth: t('chat:dates.previousMonth'),
          nextMonth: t('chat:dates.nextMonth'),
          previousYear: t('chat:dates.previousYear'),
          nextYear: t('chat:dates.nextYear'),
          previousDecade: t('chat:dates.previousDecade'),
          nextDecade: t('chat:dates.nextDecade'),
        }}
        {...(minDate !== undefined && { minDate })}
        {...(maxDate !== undefined && { maxDate })}
        {...(isYearly && {
          minDate: `${ANY_YEAR}-01-01`,
          maxDate: `${ANY_YEAR}-12-31`,
          maxLevel: 'month' as const,
          hideWeekdays: true,
          monthLabelFormat: nameOf(language, { month: 'long' }),
          getDayAriaLabel: nameOf(language, { day: 'numeric', month: 'long' }),
        })}
        onChange={(picked) => {
          if (picked === null) return;
          onChange(moment(picked, clock));
          if (time === 'none') onPicked();
        }}
      />
      {time !== 'none' && (
        <TimePicker
          mt="xs"
          label={t(time === 'optional' ? 'app:dates.optionalTime' : 'app:dates.time')}
          format={language === 'en' ? '12h' : '24h'}
          hoursInputLabel={t('app:dates.hours')}
          minutesInputLabel={t('app:dates.minutes')}
          amPmInputLabel={t('app:dates.half')}
          clearable={time === 'optional'}
          clearButtonProps={{ 'aria-label': t('app:dates.withoutTime') }}
          disabled={day === null}
          value={clock}
          onChange={(picked) => day !== null && onChange(moment(day, picked.slice(0, 5)))}
        />
      )}
    </>
  );
}

/** Mantine has the words of languages that it is given; the browser knows those of all. */
function useWords(language: string) {
  return useMemo(
    () => ({
      monthLabelFormat: nameOf(language, { month: 'long', year: 'numeric' }),
      monthsListFormat: nameOf(language, { month: 'short' }),
      weekdayFormat: nameOf(language, { weekday: 'short' }),
      getDayAriaLabel: nameOf(language, { dateStyle: 'long' }),
      getMonthControlProps: (month: string) => ({
        'aria-label': nameOf(language, { month: 'long', year: 'numeric' })(month),
      }),
    }),
    [language],
  );
}

/** Writes a day, `2026-12-04`, as the calendar of the language does. */
function nameOf(language: string, options: Intl.DateTimeFormatOptions): (day: string) => string {
  const format = new Intl.DateTimeFormat(language, {
    ...options,
    calendar: 'gregory',
    timeZone: 'UTC',
  });
  return (day) => format.format(new Date(`${day.slice(0, 10)}T00:00:00Z`));
}

function within(day: string, first = day, last = day): string {
  if (day < first) return first;
  return day > last ? last : day;
}
