import { useState } from 'react';

/**
 * What is typed into a field whose value is kept without spaces around it: the space after a word stays
 * until the next one is typed, and what comes from elsewhere, such as from an undo, is shown.
 */
export function useTypedText(value: string, onChange: (value: string) => void) {
  const [typed, setTyped] = useState(value);
  const shown = typed.trim() === value ? typed : value;
  return {
    value: shown,
    onChange: (event: { currentTarget: { value: string } }) => {
      setTyped(event.currentTarget.value);
      onChange(event.currentTarget.value.trim());
    },
    onBlur: () => setTyped(value),
  };
}
