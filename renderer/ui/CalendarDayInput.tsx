import dayjs from 'dayjs';
import { DayInput } from './DayInput';

interface Props {
  label: string;
  /** YYYY-MM-DD, in whichever zone; null is none. */
  day: string | null;
  onChange: (day: string | null) => void;
}

/** A day that is kept as a day, without a time. */
export function CalendarDayInput({ label, day, onChange }: Props) {
  return (
    <DayInput
      label={label}
      ms={day === null ? undefined : dayjs(day).valueOf()}
      onChange={(chosen) => onChange(chosen ? chosen.format('YYYY-MM-DD') : null)}
    />
  );
}

export const today = (): string => dayjs().format('YYYY-MM-DD');
