import dayjs from 'dayjs';
import { DateInput } from './DateInput';

interface Props {
  label: string;
  /** YYYY-MM-DD, in whichever zone; null is none. */
  day: string | null;
  onChange: (day: string | null) => void;
}

/** A day that is kept as a day, without a time. */
export function CalendarDayInput({ label, day, onChange }: Props) {
  return (
    <DateInput
      label={label}
      value={day ?? ''}
      onChange={(next) => onChange(next || null)}
      w={164}
    />
  );
}

export const today = (): string => dayjs().format('YYYY-MM-DD');
