import type { InputHTMLAttributes } from 'react';
import type { TextFormat } from '../../../preload/contract';

type Attributes = Pick<
  InputHTMLAttributes<HTMLInputElement>,
  'type' | 'inputMode' | 'spellCheck' | 'autoCapitalize' | 'autoCorrect'
>;

/**
 * How a text of a format is typed. A number stays a text: whether a comma or a point parts its
 * decimals is for the module to understand, and an input of type `number` drops what it cannot read.
 * An address does, too: one of type `email` gives `xn--mller-kva.example` for `müller.example`.
 */
export const formatAttributes: Readonly<Record<TextFormat, Attributes>> = {
  text: { type: 'text' },
  longText: { type: 'text' },
  email: {
    type: 'text',
    inputMode: 'email',
    spellCheck: false,
    autoCapitalize: 'none',
    autoCorrect: 'off',
  },
  tel: { type: 'tel', inputMode: 'tel' },
  number: { type: 'text', inputMode: 'decimal', spellCheck: false },
  date: { type: 'date' },
  code: { type: 'text', spellCheck: false, autoCapitalize: 'characters' },
};
