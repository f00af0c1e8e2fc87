import { useRef } from 'react';
import type { SpecialFieldProps } from '../fields/special-field';
import { GrowingTextarea } from '../GrowingTextarea';
import { VariablePicker } from './VariablePicker';

/** A text that is used as it is, in which variables can be put. */
export function VerbatimField({ input, value, moduleId, maxLength, onChange }: SpecialFieldProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const insert = (source: string) => {
    const { selectionStart: from, selectionEnd: to } = field.current ?? {
      selectionStart: value.length,
      selectionEnd: value.length,
    };
    onChange(`${value.slice(0, from)}\${${source}}${value.slice(to)}`);
    field.current?.focus();
  };
  return (
    <GrowingTextarea
      {...input}
      ref={field}
      minRows={2}
      maxRows={10}
      value={value}
      maxLength={maxLength}
      rightSection={<VariablePicker moduleId={moduleId} onPick={insert} />}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
