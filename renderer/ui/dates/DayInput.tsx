import dayjs from 'dayjs';
import { DateInput } from './DateInput';

interface DayProps {
  label: string;
  ms: number | undefined;
  onChange: (day: dayjs.Dayjs | undefined) => void;
}

/** A day of the calendar, or none. */
export function DayInput({ label, ms, onChange }: DayProps) {
  return (
    <DateInput
      label={label}
      value={ms === undefined ? '' : dayjs(ms).format('YYYY-MM-DD')}
      onChange={(day) => {
        if (day === '') onChange(undefined);
        else if (dayjs(day).year() >= 1970) onChange(dayjs(day));
      }}
      w={164}
    />
  );
}
