import { useEffect, useMemo, useState } from 'react';
import type { ChatLanguage } from '../../../preload/contract';
import type { Field } from './field';
import { dateFormatOf, digitsOf, isoOf, shownDate } from './typed-date';
import { setValue } from './typing';

/**
 * Types a day, digit by digit, in the order of the language; null in other fields. The field itself takes
 * a whole day only, and so what is typed is shown beside the keys.
 */
export function useTypedDate(field: Field, language: ChatLanguage) {
  const format = useMemo(() => dateFormatOf(language), [language]);
  const [digits, setDigits] = useState('');
  useEffect(() => setDigits(digitsOf(field.value, format)), [field, format]);
  if (!(field instanceof HTMLInputElement) || field.type !== 'date') return null;
  const put = (next: string) => {
    setDigits(next);
    const iso = isoOf(next, format) ?? '';
    if (iso !== field.value) setValue(field, iso);
  };
  return {
    shown: shownDate(digits, format),
    type: (digit: string) => put((digits.length === 8 ? '' : digits) + digit),
    erase: () => put(digits.slice(0, -1)),
  };
}
