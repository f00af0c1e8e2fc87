import { TimeOfDayInput } from '../../../ui/dates/TimeOfDayInput';
import type { SpecialFieldProps } from './special-field';

export function TimeField({ input, value, onChange }: SpecialFieldProps) {
  return <TimeOfDayInput {...input} value={value} onChange={onChange} />;
}
