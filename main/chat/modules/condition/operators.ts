import { plainLine } from '../../../foundation/text/clean-text';
import { compare, numberIn } from '../../engine/expressions/values';

/** What a rule compares a variable by; `expression` stands for a rule that is one. */
export const OPERATORS = [
  'is',
  'is_not',
  'one_of',
  'contains',
  'starts_with',
  'less',
  'less_or_equal',
  'greater',
  'greater_or_equal',
  'empty',
  'not_empty',
  'expression',
] as const;
export type Operator = (typeof OPERATORS)[number];

/** Operators that need no value beside the variable. */
export const VALUELESS: ReadonlySet<Operator> = new Set(['empty', 'not_empty']);

type Comparison = (actual: string, value: string) => boolean;

/** As people mean it: capitals, blanks around and what nobody sees do not count, and 7 is 7.0. */
export const COMPARISONS: Readonly<Record<Exclude<Operator, 'expression'>, Comparison>> = {
  is: isSame,
  is_not: (actual, value) => !isSame(actual, value),
  one_of: (actual, values) =>
    plainLine(values)
      .split(',')
      .some((value) => isSame(actual, value)),
  contains: (actual, value) => plain(actual).includes(plain(value)),
  starts_with: (actual, value) => plain(actual).startsWith(plain(value)),
  less: (actual, value) => isOrdered(actual, value, (order) => order < 0),
  less_or_equal: (actual, value) => isOrdered(actual, value, (order) => order <= 0),
  greater: (actual, value) => isOrdered(actual, value, (order) => order > 0),
  greater_or_equal: (actual, value) => isOrdered(actual, value, (order) => order >= 0),
  empty: (actual) => plain(actual) === '',
  not_empty: (actual) => plain(actual) !== '',
};

type OptionComparison = (chosen: readonly string[], options: readonly string[]) => boolean;

/** Several answers are none of the options: `contains` asks whether one is among them. */
const isAmong: OptionComparison = (chosen, options) =>
  chosen.length === 1 && chosen.every((id) => options.includes(id));

/** By what was chosen, however it is called. */
export const BY_OPTION: Readonly<
  Record<'is' | 'is_not' | 'one_of' | 'contains', OptionComparison>
> = {
  is: isAmong,
  is_not: (chosen, options) => !isAmong(chosen, options),
  one_of: isAmong,
  contains: (chosen, options) => chosen.some((id) => options.includes(id)),
};

export function isByOption(operator: Operator): operator is keyof typeof BY_OPTION {
  return Object.hasOwn(BY_OPTION, operator);
}

function plain(text: string): string {
  return plainLine(text).toLowerCase();
}

function isSame(actual: string, value: string): boolean {
  const [a, b] = [numberIn(plainLine(actual)), numberIn(plainLine(value))];
  return a !== null && b !== null ? a === b : plain(actual) === plain(value);
}

/** Nothing entered is neither less nor more than anything. */
function isOrdered(actual: string, value: string, fits: (order: number) => boolean): boolean {
  const [left, right] = [plain(actual), plain(value)];
  return left !== '' && right !== '' && fits(compare(left, right));
}
