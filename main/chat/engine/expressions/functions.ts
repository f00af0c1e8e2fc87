import { localTime } from '../local-time';
import type { Variables } from '../step';
import { ExpressionError } from './expression-error';
import {
  checkedNumber,
  checkedText,
  compare,
  dayText,
  numberIn,
  toDay,
  toNumber,
  toText,
  type Value,
} from './values';

/** All that an expression can know: a module's step has it in its context. */
export interface Scope {
  readonly variables: Variables;
  readonly nowMs: number;
  /** IANA name of the zone in which days begin. */
  readonly timeZone: string;
  /** Hears of the characters that are read and made; it throws when there are too many. */
  readonly spend?: ((characters: number) => void) | undefined;
}

interface ExpressionFunction {
  readonly min: number;
  readonly max: number;
  /** Whether it always gives a text: beside one, `+` joins. */
  readonly givesText: boolean;
  readonly run: (args: readonly Value[], scope: Scope) => Value;
}

const text = (min: number, run: ExpressionFunction['run'], max = min): ExpressionFunction => ({
  min,
  max,
  givesText: true,
  run: (args, scope) => {
    const made = toText(run(args, scope));
    scope.spend?.(made.length);
    return checkedText(made);
  },
});
const other = (min: number, run: ExpressionFunction['run'], max = min): ExpressionFunction => ({
  min,
  max,
  givesText: false,
  run,
});
const texts = (args: readonly Value[]): string[] => args.map(toText);

/** All that an expression can call; docs/expressions.md tells authors about them. */
export const FUNCTIONS: ReadonlyMap<string, ExpressionFunction> = new Map([
  ['text', text(1, ([value = '']) => value)],
  ['lower', text(1, ([value = '']) => toText(value).toLowerCase())],
  ['upper', text(1, ([value = '']) => toText(value).toUpperCase())],
  ['trim', text(1, ([value = '']) => toText(value).trim())],
  ['replace', text(3, replace)],
  ['size', other(1, ([value = '']) => [...toText(value)].length)],
  ['contains', other(2, (args) => includes(...pairOf(args)))],
  ['startsWith', other(2, (args) => startsWith(...pairOf(args)))],
  ['endsWith', other(2, (args) => endsWith(...pairOf(args)))],
  ['number', other(1, ([value = '', fallback]) => readNumber(value, fallback), 2)],
  ['abs', other(1, ([value = '']) => Math.abs(toNumber(value)))],
  ['round', other(1, ([value = '', digits = 0]) => round(toNumber(value), toNumber(digits)), 2)],
  ['floor', other(1, ([value = '']) => Math.floor(toNumber(value)))],
  ['ceil', other(1, ([value = '']) => Math.ceil(toNumber(value)))],
  ['min', other(1, (args) => Math.min(...args.map(toNumber)), 20)],
  ['max', other(1, (args) => Math.max(...args.map(toNumber)), 20)],
  ['date', text(1, ([value = '']) => dayText(toDay(value)))],
  ['today', text(0, (_, scope) => today(scope))],
  ['time', text(0, (_, { nowMs, timeZone }) => localTime(nowMs, timeZone).slice(11))],
  ['days', other(2, ([from = '', to = '']) => toDay(to) - toDay(from))],
  ['addDays', text(2, ([day = '', count = '']) => dayText(toDay(day) + toNumber(count)))],
  ['age', other(1, ([birth = ''], scope) => yearsBetween(toDay(birth), toDay(today(scope))))],
]);

function pairOf(args: readonly Value[]): [string, string] {
  const [first = '', second = ''] = texts(args);
  return [first, second];
}

const includes = (whole: string, part: string): boolean => whole.includes(part);
const startsWith = (whole: string, part: string): boolean => whole.startsWith(part);
const endsWith = (whole: string, part: string): boolean => whole.endsWith(part);

function replace(args: readonly Value[]): string {
  const [whole = '', from = '', to = ''] = texts(args);
  if (from === '') return whole;
  const parts = whole.split(from);
  // Checked before it is built: repeated, a short text could become a very long one.
  if (whole.length + parts.length * to.length > 1_000_000) throw new ExpressionError('too_large');
  return parts.join(to);
}

/** `number(x, 0)`: what to take where there is no number. */
function readNumber(value: Value, fallback: Value | undefined): number {
  return numberIn(value) ?? toNumber(fallback ?? '');
}

function round(number: number, digits: number): number {
  const factor = 10 ** Math.min(Math.max(Math.trunc(digits), 0), 10);
  return checkedNumber(Math.round(number * factor) / factor);
}

function today({ nowMs, timeZone }: Scope): string {
  return localTime(nowMs, timeZone).slice(0, 10);
}

/** Whole years: somebody born on 29 February is a year older on 1 March where there is none. */
function yearsBetween(from: number, to: number): number {
  const [birth, now] = [dayText(from), dayText(to)];
  const years = Number(now.slice(0, 4)) - Number(birth.slice(0, 4));
  return compare(now.slice(5), birth.slice(5)) < 0 ? years - 1 : years;
}
