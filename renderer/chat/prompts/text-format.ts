import type { InputHTMLAttributes } from 'react';
import type { TextFormat } from '../../../preload/contract';

type Attributes = Pick<
  InputHTMLAttributes<HTMLInputElement>,
  'type' | 'inputMode' | 'spellCheck' | 'autoCapitalize'
>;

/**
 * How a text of a format is typed. A number stays a text: whether a comma or a point parts its
 * decimals is for the module to understand, and an input of type `number` drops what it cannot read.
 */
export const formatAttributes: Readonly<Record<TextFormat, Attributes>> = {
  text: { type: 'text' },
  longText: { type: 'text' },
  email: { type: 'email', inputMode: 'email', spellCheck: false, autoCapitalize: 'off' },
  tel: { type: 'tel', inputMode: 'tel' },
  number: { type: 'text', inputMode: 'decimal', spellCheck: false },
  date: { type: 'date' },
  code: { type: 'text', spellCheck: false, autoCapitalize: 'characters' },
};
