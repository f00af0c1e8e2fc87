import { TextInput } from '@mantine/core';
import dayjs from 'dayjs';

interface DayProps {
  label: string;
  ms: number | undefined;
  onChange: (day: dayjs.Dayjs | undefined) => void;
}

/** A day of the calendar, or none. */
export function DayInput({ label, ms, onChange }: DayProps) {
  return (
    <TextInput
      type="date"
      label={label}
      value={ms === undefined ? '' : dayjs(ms).format('YYYY-MM-DD')}
      max="9999-12-31"
      onChange={({ currentTarget: { value } }) => {
        const day = dayjs(value);
        // While a year is being typed, it is one of the first millennium.
        if (value === '') onChange(undefined);
        else if (day.isValid() && day.year() >= 1970) onChange(day);
      }}
      w={156}
    />
  );
}
