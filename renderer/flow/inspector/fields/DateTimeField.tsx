import { DateInput } from '../../../ui/dates/DateInput';
import type { SpecialFieldProps } from './special-field';

export function DateTimeField({ input, value, onChange }: SpecialFieldProps) {
  return (
    <DateInput
      {...input}
      time="required"
      value={value}
      onChange={(moment) => onChange(moment.replace(' ', 'T'))}
    />
  );
}
