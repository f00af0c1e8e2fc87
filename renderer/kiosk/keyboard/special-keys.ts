import type { KeyboardWords } from './use-keyboard-words';

/** What stands on the keys that do not type their name. */
export function faces(isLatin: boolean): Record<string, string> {
  return {
    '{bksp}': '⌫',
    '{enter}': '⏎',
    '{shift}': '⇧',
    '{space}': ' ',
    '{accents}': 'áç',
    '{script}': isLatin ? '文' : 'abc',
    '{left}': '←',
    '{right}': '→',
    '{previous}': '⇤',
    '{next}': '⇥',
    '{close}': '⌄',
  };
}

/** What assistive technology calls them: with what is written on it, for who says that. */
export function labels(words: KeyboardWords, isLatin: boolean) {
  const written = faces(isLatin);
  const named = {
    '{bksp}': words.backspace,
    '{enter}': words.enter,
    '{shift}': words.shift,
    '{space}': words.space,
    '{accents}': `${written['{accents}']} ${words.accents}`,
    '{script}': `${written['{script}']} ${words.letters}`,
    '{left}': words.left,
    '{right}': words.right,
    '{previous}': words.previous,
    '{next}': words.next,
    '{close}': words.close,
  };
  return Object.entries(named).map(([buttons, value]) => ({
    attribute: 'aria-label',
    value,
    buttons,
  }));
}
