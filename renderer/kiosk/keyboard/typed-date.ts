import { dayOrderOf, withSeparators } from '../../ui/dates/day-order';
import type { Field } from './field';
import { setValue } from './typing';

/** A day has eight digits. */
const WHOLE = 8;

/**
 * Types a day, digit by digit, in the order of the field's language, with the signs between the numbers;
 * null in other fields. A digit after a whole day begins another one.
 */
export function typedDateOf(field: Field) {
  const language = field.dataset.day;
  if (!(field instanceof HTMLInputElement) || language === undefined) return null;
  const digits = field.value.replaceAll(/\D/g, '');
  const put = (next: string) => setValue(field, withSeparators(next, dayOrderOf(language)));
  return {
    type: (digit: string) => put((digits.length >= WHOLE ? '' : digits) + digit),
    erase: () => put(digits.slice(0, -1)),
  };
}
