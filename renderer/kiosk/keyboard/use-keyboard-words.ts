import { useMemo } from 'react';
import type { ChatLanguage } from '../../../preload/contract';
import { i18n } from '../../app/i18n';

const NAMES = [
  'label',
  'close',
  'previous',
  'next',
  'shift',
  'backspace',
  'enter',
  'space',
  'letters',
  'accents',
  'left',
  'right',
] as const;

export type KeyboardWords = Readonly<Record<(typeof NAMES)[number], string>>;

/** What the keys are called in the language of whoever types. */
export function useKeyboardWords(language: ChatLanguage): KeyboardWords {
  return useMemo(() => {
    const t = i18n.getFixedT(language, 'participant');
    const named = NAMES.map((name) => [name, t(`keyboard.${name}`)] as const);
    return Object.fromEntries(named) as KeyboardWords;
  }, [language]);
}
