import { GrowingTextarea } from '../GrowingTextarea';
import { ExpressionHelp } from './ExpressionHelp';
import type { SpecialFieldProps } from './special-field';

export function ExpressionField({ input, value, maxLength, onChange }: SpecialFieldProps) {
  return (
    <GrowingTextarea
      {...input}
      minRows={1}
      maxRows={6}
      styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
      value={value}
      maxLength={maxLength}
      spellCheck={false}
      rightSection={<ExpressionHelp />}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
