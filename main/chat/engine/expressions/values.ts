import { plainLine } from '../../../foundation/text/clean-text';
import { DAY_MS } from '../../../foundation/time';
import { ExpressionError } from './expression-error';

/** What an expression works with. Variables are texts; dates are texts in ISO 8601 (`2026-12-04`). */
export type Value = string | number | boolean;

/** In characters: no value grows beyond this, so that no expression costs more than it may. */
export const MAX_VALUE_LENGTH = 20_000;

const NUMBER = /^[+-]?\d{1,15}(\.\d{1,15})?$/;
const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})(?:T|$)/;
const GERMAN_DATE = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/;

/** Digits of a number that are shown: 0.1 + 0.2 is 0.3. */
const PRECISION = 12;

/** Larger numbers would lose their last digits. */
const MAX_NUMBER = 1e15;

/** The number that a value is, or that a text reads as; null for anything else. */
export function numberIn(value: Value): number | null {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && NUMBER.test(value) ? Number(value) : null;
}

/** @throws ExpressionError `not_a_number` */
export function toNumber(value: Value): number {
  const number = numberIn(value);
  if (number === null) throw new ExpressionError('not_a_number');
  return number;
}

/** @throws ExpressionError `not_a_number` for what no calculation should give, `too_large` */
export function checkedNumber(number: number): number {
  if (!Number.isFinite(number)) throw new ExpressionError('not_a_number');
  if (Math.abs(number) > MAX_NUMBER) throw new ExpressionError('too_large');
  return number;
}

/** @throws ExpressionError `too_large` */
export function checkedText(text: string): string {
  if (text.length > MAX_VALUE_LENGTH) throw new ExpressionError('too_large');
  return text;
}

export function toText(value: Value): string {
  return typeof value === 'number' ? numberText(value) : String(value);
}

function numberText(number: number): string {
  const rounded = Number(number.toPrecision(PRECISION));
  // Small numbers would be written as 1e-7, which no text reads as a number again.
  return Math.abs(rounded) < 1e-6 ? '0' : String(rounded);
}

/** @throws ExpressionError `not_yes_or_no` unless it is true or false, or an empty text. */
export function toBoolean(value: Value): boolean {
  if (typeof value === 'boolean') return value;
  if (value === 'true') return true;
  if (value === 'false' || value === '') return false;
  throw new ExpressionError('not_yes_or_no');
}

export function isEqual(a: Value, b: Value): boolean {
  if (typeof a === 'number' || typeof b === 'number') {
    const [left, right] = [numberIn(a), numberIn(b)];
    return left !== null && left === right;
  }
  return toText(a) === toText(b);
}

/** Below zero when `a` comes first: as numbers where both read as one, else as texts. */
export function compare(a: Value, b: Value): number {
  const [left, right] = [numberIn(a), numberIn(b)];
  if (left !== null && right !== null) return left - right;
  if (typeof a === 'number' || typeof b === 'number') throw new ExpressionError('not_a_number');
  const [before, after] = [toText(a), toText(b)];
  return before < after ? -1 : Number(before > after);
}

/** Days since 1970-01-01. @throws ExpressionError `not_a_date` */
export function toDay(value: Value): number {
  const text = plainLine(toText(value));
  const iso = ISO_DATE.exec(text);
  const german = iso ? null : GERMAN_DATE.exec(text);
  const [year, month, day] = iso
    ? [Number(iso[1]), Number(iso[2]), Number(iso[3])]
    : [Number(german?.[3]), Number(german?.[2]), Number(german?.[1])];
  const date = new Date(Date.UTC(year, month - 1, day));
  // The calendar carries 30 February over into March; a date that was not carried over exists.
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) {
    throw new ExpressionError('not_a_date');
  }
  return date.getTime() / DAY_MS;
}

/** @throws ExpressionError `not_a_date` outside of the years 0 to 9999. */
export function dayText(day: number): string {
  const date = new Date(Math.trunc(day) * DAY_MS);
  const text = Number.isNaN(date.getTime()) ? '' : date.toISOString();
  if (!/^\d{4}-/.test(text)) throw new ExpressionError('not_a_date');
  return text.slice(0, 10);
}
