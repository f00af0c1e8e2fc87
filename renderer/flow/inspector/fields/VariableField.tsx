import { Autocomplete } from '@mantine/core';
import type { SpecialFieldProps } from './special-field';
import { useKnownVariables } from './use-known-variables';

export function VariableField({ input, value, maxLength, onChange }: SpecialFieldProps) {
  const known = useKnownVariables();
  return (
    <Autocomplete
      {...input}
      data={known}
      value={value}
      maxLength={maxLength}
      spellCheck={false}
      onChange={onChange}
    />
  );
}
