import { SegmentedControl, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DateInput } from '../../../ui/dates/DateInput';
import type { SpecialFieldProps } from './special-field';

/** A day of one year, or of every year where that makes sense; where there is room, with a time. */
export function DateField({ input, value, mayRepeat, mayHaveTime, onChange }: SpecialFieldProps) {
  const { t } = useTranslation('flow');
  const [wantsYearly, setWantsYearly] = useState(isYearly(value));
  const yearly = value === '' ? wantsYearly : isYearly(value);
  return (
    <Stack gap={6}>
      <DateInput
        key={yearly ? 'yearly' : 'once'}
        {...input}
        value={value}
        time={mayHaveTime ? 'optional' : 'none'}
        isYearly={yearly}
        onChange={onChange}
      />
      {mayRepeat && (
        <SegmentedControl
          size="xs"
          fullWidth
          aria-label={t('fields.repeats', { name: input.label ?? input['aria-label'] })}
          value={yearly ? 'yearly' : 'once'}
          data={[
            { value: 'once', label: t('fields.once') },
            { value: 'yearly', label: t('fields.yearly') },
          ]}
          onChange={(choice) => {
            setWantsYearly(choice === 'yearly');
            if (value !== '') onChange(choice === 'yearly' ? everyYear(value) : thisYear(value));
          }}
        />
      )}
    </Stack>
  );
}

const isYearly = (moment: string): boolean => /^\d{2}-/.test(moment);

const everyYear = (moment: string): string => moment.slice('2026-'.length);

/** The 29th of February may be none this year: then it is the 1st of March, as in main. */
function thisYear(moment: string): string {
  const [month = 1, day = 1] = moment.slice(0, 5).split('-').map(Number);
  const date = new Date(Date.UTC(new Date().getFullYear(), month - 1, day));
  return date.toISOString().slice(0, 10) + moment.slice(5);
}
