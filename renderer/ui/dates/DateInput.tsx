import { ActionIcon, Popover, type TextInputProps } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { CalendarDays } from 'lucide-react';
import { type SyntheticEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../app/i18n';
import { Calendar } from './Calendar';
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
      format={t(`dates.${formatOf(taken)}`)}
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
              language={language}
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

function formatOf({ time, isYearly }: Taken) {
  if (isYearly) return 'formatYearly';
  return time === 'required' ? 'formatTime' : 'format';
}

function exampleOf({ time, isYearly }: Taken): string {
  const year = new Date().getFullYear();
  const day = isYearly ? '12-24' : `${year}-12-24`;
  return time === 'required' ? `${day} 18:30` : day;
}
