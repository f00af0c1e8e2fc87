import type { InputHTMLAttributes } from 'react';
import type { TextFormat } from '../../../preload/contract';

type Attributes = Pick<
  InputHTMLAttributes<HTMLInputElement>,
  'type' | 'dir' | 'inputMode' | 'spellCheck' | 'autoCapitalize' | 'autoCorrect'
>;

/**
 * How a text of a format is typed. A number stays a text: whether a comma or a point parts its
 * decimals is for the module to understand, and an input of type `number` drops what it cannot read.
 * An address does, too: one of type `email` gives `xn--mller-kva.example` for `müller.example`.
 */
export const formatAttributes: Readonly<Record<Exclude<TextFormat, 'date'>, Attributes>> = {
  text: { type: 'text' },
  longText: { type: 'text' },
  // Addresses and numbers are written from the left in every language.
  email: {
    type: 'text',
    dir: 'ltr',
    inputMode: 'email',
    spellCheck: false,
    autoCapitalize: 'none',
    autoCorrect: 'off',
  },
  tel: { type: 'tel', dir: 'ltr', inputMode: 'tel' },
  number: { type: 'text', dir: 'ltr', inputMode: 'decimal', spellCheck: false },
  code: { type: 'text', dir: 'ltr', spellCheck: false, autoCapitalize: 'characters' },
  // As it is typed: an input of type `time` or `url` takes one way of writing it only.
  time: { type: 'text', dir: 'ltr', spellCheck: false, autoCapitalize: 'off' },
  url: { type: 'text', dir: 'ltr', inputMode: 'url', spellCheck: false, autoCapitalize: 'off' },
  iban: { type: 'text', dir: 'ltr', spellCheck: false, autoCapitalize: 'characters' },
};

/** An account number as it is printed: in groups of four. */
export function inGroups(iban: string): string {
  const plain = iban
    .replace(/^\s*iban\s*:?/i, '')
    .replaceAll(/\s/g, '')
    .toUpperCase();
  return /^[A-Z]{2}\d{2}[A-Z\d]*$/.test(plain) ? plain.replaceAll(/.{4}(?=.)/g, '$& ') : iban;
}
