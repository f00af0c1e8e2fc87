type Pressed = Pick<KeyboardEvent, 'key' | 'code'>;

/** Names of keys, such as `Enter`; what a key types is never named like that. */
const NAMED = /^[A-Z][A-Za-z0-9]+$/;
const ASCII = /^[ -~]$/;

/**
 * The key as a shortcut names it: its name, or the character that it types where that is one of
 * ASCII, in lower case. On a layout of another script (Cyrillic, Greek, Arabic) it is the letter or
 * digit at this place of a Latin keyboard: `я` is `z`. Dvorak and AZERTY type Latin letters, and so
 * keep theirs.
 */
export function keyOf({ key, code }: Pressed): string {
  if (NAMED.test(key)) return key;
  if (ASCII.test(key)) return key.toLowerCase();
  return /^(?:Key|Digit)([A-Z0-9])$/.exec(code)?.[1]?.toLowerCase() ?? key.toLowerCase();
}

/** The digit of a key, also where it types one only with Shift (AZERTY); null for other keys. */
export function digitOf({ key, code }: Pressed): number | null {
  const digit = /^\d$/.exec(key)?.[0] ?? /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1];
  return digit === undefined ? null : Number(digit);
}

/** Whether an input method takes the key to write with: Enter chooses a word then. */
export function isComposing(
  event: Pick<KeyboardEvent, 'isComposing' | 'key' | 'keyCode'>,
): boolean {
  // The key that ends a composition may come after it, and is told by its number only.
  return event.isComposing || event.keyCode === 229 || event.key === 'Process';
}

/**
 * Keeps keys from everything below `window` while an input method composes with them, so that no
 * handler anywhere has to think of it. The field still gets what is written.
 */
export function keepComposingToItself(window: Pick<Window, 'addEventListener'>): void {
  const keep = (event: KeyboardEvent): void => {
    if (isComposing(event)) event.stopPropagation();
  };
  for (const name of ['keydown', 'keyup', 'keypress'] as const) {
    window.addEventListener(name, keep, true);
  }
}
