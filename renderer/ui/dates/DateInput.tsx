import 'dayjs/locale/de';
import { ActionIcon, Popover, type TextInputProps } from '@mantine/core';
import { DatePicker, TimePicker } from '@mantine/dates';
import { useDisclosure } from '@mantine/hooks';
import dayjs from 'dayjs';
import { CalendarDays } from 'lucide-react';
import { type SyntheticEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../app/i18n';
import { WrittenInput } from './WrittenInput';
import { readMoment, type Taken, writeMoment } from './written-date';

interface DateInputProps extends Omit<TextInputProps, 'value' | 'onChange'>, Partial<Taken> {
  /** `2026-12-04`, with a time `2026-12-04 18:30`, of every year `12-04`; empty is none. */
  value: string;
  /** The first day that can be picked, as `2026-12-04`. */
  minDate?: string;
  onChange(value: string): void;
}

/** What closes when something outside of it is clicked: a calendar in it has to be in it. */
const DROPDOWN = '.mantine-Popover-dropdown';

/** A day, typed as people of the page's language write it, or picked from a calendar. */
export function DateInput({
  value,
  time = 'none',
  isYearly = false,
  minDate,
  onChange,
  ...input
}: DateInputProps) {
  const { t } = useTranslation('app');
  const language = currentLanguage();
  const [isOpen, { open, close }] = useDisclosure(false);
  const [isNested, setNested] = useState(false);
  const show = ({ currentTarget }: SyntheticEvent<Element>): void => {
    setNested(currentTarget.closest(DROPDOWN) !== null);
    open();
  };
  const taken = { time, isYearly };
  const name = input['aria-label'] ?? (typeof input.label === 'string' ? input.label : '');
  return (
    <WrittenInput
      {...input}
      value={value}
      write={(stored) => writeMoment(stored, language)}
      read={(written, isFinished) => readMoment(written, language, taken, isFinished)}
      example={writeMoment(exampleOf(taken), language)}
      onChange={onChange}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowDown' || !event.altKey) return;
        event.preventDefault();
        show(event);
      }}
      rightSection={
        <Popover
          opened={isOpen}
          onDismiss={close}
          position="bottom-end"
          shadow="md"
          withinPortal={!isNested}
          trapFocus
          returnFocus
        >
          <Popover.Target>
            <ActionIcon
              size={28}
              aria-label={t('dates.choose', { name })}
              onClick={isOpen ? close : show}
            >
              <CalendarDays size={16} aria-hidden />
            </ActionIcon>
          </Popover.Target>
          <Popover.Dropdown aria-label={name}>
            <Calendar
              {...taken}
              value={value}
              minDate={minDate}
              onChange={onChange}
              onPicked={close}
            />
          </Popover.Dropdown>
        </Popover>
      }
    />
  );
}

interface CalendarProps extends Taken {
  value: string;
  minDate: string | undefined;
  onChange(value: string): void;
  /** There is nothing more to choose. */
  onPicked(): void;
}

/** Days of every year are shown in a leap year, which the calendar does not name. */
const ANY_YEAR = '2028';
const MIDNIGHT = '00:00';

function Calendar({ value, time, isYearly, minDate, onChange, onPicked }: CalendarProps) {
  const { t } = useTranslation('app');
  const language = currentLanguage();
  const [date = '', clock = ''] = value.split(/[T ]/);
  const stored = isYearly ? `${ANY_YEAR}-${date}` : date;
  const day = /^\d{4}-\d{2}-\d{2}$/.test(stored) ? stored : null;
  const first = day ?? (isYearly ? `${ANY_YEAR}-01-01` : (minDate ?? dayjs().format('YYYY-MM-DD')));
  const usual = time === 'required' ? MIDNIGHT : '';
  const moment = (nextDay: string, nextClock: string): string =>
    [isYearly ? nextDay.slice(5) : nextDay, nextClock || usual].filter(Boolean).join(' ');
  return (
    <>
      <DatePicker
        value={day}
        defaultDate={first}
        getDayProps={(each) => (each === first ? { 'data-autofocus': true } : {})}
        locale={language}
        firstDayOfWeek={1}
        // Escape closes the calendar, and not the dialog around it.
        __stopPropagation
        hideOutsideDates
        highlightToday={!isYearly}
        ariaLabels={{
          previousMonth: t('dates.previousMonth'),
          nextMonth: t('dates.nextMonth'),
          previousYear: t('dates.previousYear'),
          nextYear: t('dates.nextYear'),
          previousDecade: t('dates.previousDecade'),
          nextDecade: t('dates.nextDecade'),
        }}
        {...(minDate !== undefined && { minDate })}
        {...(isYearly && {
          minDate: `${ANY_YEAR}-01-01`,
          maxDate: `${ANY_YEAR}-12-31`,
          maxLevel: 'month' as const,
          hideWeekdays: true,
          monthLabelFormat: 'MMMM',
          getDayAriaLabel: (each: string) => writeMoment(each.slice(5), language),
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
          label={t(time === 'optional' ? 'dates.optionalTime' : 'dates.time')}
          format={language === 'en' ? '12h' : '24h'}
          hoursInputLabel={t('dates.hours')}
          minutesInputLabel={t('dates.minutes')}
          amPmInputLabel={t('dates.half')}
          clearable={time === 'optional'}
          clearButtonProps={{ 'aria-label': t('dates.withoutTime') }}
          disabled={day === null}
          value={clock}
          onChange={(picked) => day !== null && onChange(moment(day, picked.slice(0, 5)))}
        />
      )}
    </>
  );
}

function exampleOf({ time, isYearly }: Taken): string {
  const year = new Date().getFullYear();
  const day = isYearly ? '12-24' : `${year}-12-24`;
  return time === 'required' ? `${day} 18:30` : day;
}
