import { TextInput } from '@mantine/core';
import type { SpecialFieldProps } from './special-field';

export function DateTimeField({ input, value, onChange }: SpecialFieldProps) {
  return (
    <TextInput
      {...input}
      type="datetime-local"
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
