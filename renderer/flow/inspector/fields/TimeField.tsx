import { TextInput } from '@mantine/core';
import type { SpecialFieldProps } from './special-field';

export function TimeField({ input, value, onChange }: SpecialFieldProps) {
  return (
    <TextInput
      {...input}
      type="time"
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
