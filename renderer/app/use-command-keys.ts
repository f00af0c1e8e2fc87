import { useEffect, useRef } from 'react';
import { isDialogOpen } from '../ui/layers';
import { digitOf, keyOf } from './keys';

/** The lock is needed at any time. */
const ALWAYS: string | number = 'l';

/**
 * Runs what the page does on Ctrl (Cmd on a Mac) and a key, wherever the focus is. `commandOf` gets
 * the digit, where the key has one, else the key. An open dialog is answered first.
 */
export function useCommandKeys(
  commandOf: (key: string | number) => (() => void) | undefined,
): void {
  const latest = useRef(commandOf);
  latest.current = commandOf;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { ctrlKey, metaKey, altKey, shiftKey } = event;
      // A text's editor has keys of its own.
      if (event.defaultPrevented) return;
      if (!(ctrlKey || metaKey) || altKey || shiftKey) return;
      const key = digitOf(event) ?? keyOf(event);
      if (isDialogOpen() && key !== ALWAYS) return;
      const run = latest.current(key);
      if (!run) return;
      event.preventDefault();
      run();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
