import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NOW_MS } from '../../../../tests/support/now';
import type { Variables } from '../step';
import { MAX_EXPRESSION_LENGTH, readExpression } from './expression';
import { ExpressionError } from './expression-error';
import { FUNCTIONS } from './functions';
import { MAX_VALUE_LENGTH } from './values';

const scope = (variables: Variables, timeZone = 'Europe/Berlin') => ({
  variables,
  nowMs: NOW_MS,
  timeZone,
});
const text = (source: string, variables: Variables = {}): string =>
  readExpression(source).text(scope(variables));
const holds = (source: string, variables: Variables = {}): boolean =>
  readExpression(source).holds(scope(variables));

/** What is wrong and where, or `fine`. */
function fault(source: string, variables: Variables = {}): string {
  try {
    text(source, variables);
    return 'fine';
  } catch (error) {
    if (error instanceof ExpressionError) return `${error.fault} ${error.position}`;
    throw error;
  }
}

const known = {
  points: '7',
  bonus: '10',
  price: '2.5',
  name: 'Ann Lee',
  choice: 'Red',
  born: '2000-07-16',
  yes: 'true',
  no: 'false',
};

it.each([
  ['points * 2', '14'],
  ['points / 2', '3.5'],
  ['7 / 2', '3.5'],
  ['points % 4', '3'],
  ['points + bonus', '17'],
  ['points - bonus', '-3'],
  ['-points', '-7'],
  ['0.1 + 0.2', '0.3'],
  ['price * 4', '10'],
  ['1 + 2 * 3', '7'],
  ['(1 + 2) * 3', '9'],
  ['"No. " + points', 'No. 7'],
  ['points + " of " + bonus', '7 of 10'],
  ['name + "!"', 'Ann Lee!'],
  ["'single' + ' quotes'", 'single quotes'],
  ['points > 5 ? "many" : "few"', 'many'],
  ['true', 'true'],
  ['gone', ''],
])('%s is “%s”', (source, expected) => {
  expect(text(source, known)).toBe(expected);
});

it.each([
  ['lower(name)', 'ann lee'],
  ['upper(name)', 'ANN LEE'],
  ['trim("  x ")', 'x'],
  ['replace(name, "n", "m")', 'Amm Lee'],
  ['size("😀ab")', '3'],
  ['size(gone)', '0'],
  ['text(points) + bonus', '710'],
  ['number("12.50") + 1', '13.5'],
  ['number(gone, 0) + 1', '1'],
  ['number("abc", 3)', '3'],
  ['abs(points - bonus)', '3'],
  ['round(price)', '3'],
  ['round(10 / 3, 2)', '3.33'],
  ['floor(price)', '2'],
  ['ceil(price)', '3'],
  ['min(points, bonus, 8)', '7'],
  ['max(points, bonus)', '10'],
  ['date("4.12.2026")', '2026-12-04'],
  ['date("2026-12-04T18:30")', '2026-12-04'],
  ['today()', '2026-07-15'],
  ['days("2026-12-24", "2027-01-01")', '8'],
  ['addDays("2028-02-28", 1)', '2028-02-29'],
  ['age(born)', '25'],
  ['age("2000-07-15")', '26'],
])('%s is “%s”', (source, expected) => {
  expect(text(source, known)).toBe(expected);
});

it('has a test for every function', () => {
  expect([...FUNCTIONS.keys()].toSorted()).toEqual(
    [
      ...['abs', 'addDays', 'age', 'ceil', 'contains', 'date', 'days', 'endsWith', 'floor'],
      ...['lower', 'max', 'min', 'number', 'replace', 'round', 'size', 'startsWith', 'text'],
      ...['time', 'today', 'trim', 'upper'],
    ].toSorted(),
  );
});

it('tells the day and the time of the place where it is asked', () => {
  const late = { variables: {}, nowMs: Date.parse('2026-03-29T00:59:00Z') };
  const at = (timeZone: string): string =>
    readExpression('today() + " " + time()').text({ ...late, timeZone });
  expect(at('Europe/Berlin')).toBe('2026-03-29 01:59');
  expect(at('America/New_York')).toBe('2026-03-28 20:59');
  expect(at('Pacific/Auckland')).toBe('2026-03-29 13:59');
});

describe('a condition', () => {
  it.each([
    'points == 7',
    'points == 7.0',
    'points == "7"',
    'points != 8',
    'points < bonus',
    'bonus > 9',
    'bonus >= 10',
    'points <= 7',
    'choice == "Red"',
    'choice != "red"',
    'lower(choice) == "red"',
    'choice < "Reef"',
    'choice in ["Blue", "Red"]',
    'points in [1, 7]',
    '!(choice in [])',
    'contains(name, "Lee")',
    'startsWith(name, "Ann")',
    'endsWith(name, "Lee")',
    'gone == ""',
    'size(gone) == 0',
    'yes',
    '!no',
    '!gone',
    'yes == true',
    'yes && points > 1',
    'no || points > 1',
    'no && points > name || yes',
    'born < "2001-01-01"',
    'date("1.2.2026") < today()',
    'choice != 7',
  ])('holds: %s', (source) => {
    expect(holds(source, known)).toBe(true);
    expect(holds(`!(${source})`, known)).toBe(false);
  });

  it.each(['choice', 'points', '"yes"'])('has to be true or false, which %s is not', (source) => {
    expect(() => holds(source, known)).toThrow('not_yes_or_no');
  });
});

it.each([
  ['', 'syntax 0'],
  ['points +', 'syntax 8'],
  ['points = 7', 'syntax 7'],
  ['"open', 'syntax 0'],
  ['(points', 'syntax 7'],
  ['if', 'syntax 0'],
  ['1 ? 2', 'syntax 5'],
  ['points * shout(2)', 'unknown_function 9'],
  ['upper()', 'wrong_arguments 0'],
  ['upper(name, name)', 'wrong_arguments 0'],
  ['name.size()', 'not_allowed 0'],
  ['name["length"]', 'not_allowed 0'],
  ['{"a": 1}', 'not_allowed 0'],
  ['[1, 2]', 'not_allowed 0'],
  ['null', 'not_allowed 0'],
  ['b"bytes"', 'not_allowed 0'],
  ['7u', 'not_allowed 0'],
  ['[1].map(x, x * 2)', 'not_allowed 0'],
  ['cel.bind(a, 1, a)', 'not_allowed 0'],
  ['has(name.first)', 'not_allowed 4'],
  ['matches(name, "(a+)+$")', 'unknown_function 0'],
  ['choice in name', 'not_allowed 10'],
  ['"a" * 2', 'not_a_number 0'],
  ['1 / 0', 'not_a_number 0'],
  ['points > name', 'fine'],
  ['5 > name', 'not_a_number 0'],
  ['number("1,5")', 'not_a_number 0'],
  ['date("30.2.2026")', 'not_a_date 0'],
  ['addDays(today(), 1e14)', 'not_a_date 0'],
  ['"a" && true', 'not_yes_or_no 0'],
  ['999999999999999 * 99', 'too_large 0'],
])('%s is %s', (source, expected) => {
  expect(fault(source, known)).toBe(expected);
});

it('lists the variables that it mentions, each once', () => {
  expect(readExpression('a + b * a > size(c) ? d : "e"').variables).toEqual(['a', 'b', 'c', 'd']);
});

describe('nothing but its variables can be reached', () => {
  const inherited = [
    ...Object.getOwnPropertyNames(Object.prototype),
    ...['prototype', 'globalThis', 'process', 'require', 'window', 'this', 'arguments'],
  ];

  it.each(inherited)('%s is an unset variable or no expression at all', (name) => {
    expect(['fine', 'syntax 0']).toContain(fault(name));
    if (fault(name) === 'fine') expect(text(name)).toBe('');
    expect(fault(`${name}()`)).toMatch(/^(unknown_function|syntax) /);
    expect(fault(`points.${name}`, known)).toMatch(/^(not_allowed|syntax) /);
  });

  it('is read as a variable like any other when it is one', () => {
    const variables = Object.fromEntries([['constructor', 'set']]);
    expect(text('upper(constructor)', variables)).toBe('SET');
    expect(text('upper(toString)', variables)).toBe('');
  });

  it('for any characters: a text comes out, or a typed error', () => {
    const piece = fc.oneof(
      fc.constantFrom(...[...FUNCTIONS.keys(), ...inherited].map((name) => `${name}(`)),
      fc.constantFrom('points', 'name', '"a"', "'", '(', ')', '[', ']', ',', '.', '?', ':', '!'),
      fc.constantFrom('+', '-', '*', '/', '%', '==', '<', '&&', '||', ' in ', '1', '0.5', '1e9'),
      fc.string({ maxLength: 5, unit: 'binary' }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const source = pieces.join('');
        if (fault(source, known) !== 'fine') return;
        expect(text(source, known)).not.toMatch(/native code|\[object/);
      }),
      { numRuns: 500 },
    );
    expect(Object.prototype).not.toHaveProperty('polluted');
  });
});

describe('the cost is bounded:', () => {
  const long = 'x'.repeat(10_000);

  it.each([
    ['a long expression', `1${'+1'.repeat(MAX_EXPRESSION_LENGTH)}`, 'too_long'],
    ['deep brackets', `${'('.repeat(200)}1${')'.repeat(200)}`, 'syntax'],
    ['many signs', '!'.repeat(MAX_EXPRESSION_LENGTH - 4).concat('true'), 'syntax'],
    ['a text made longer and longer', `"" + ${Array(9).fill('a').join(' + ')}`, 'too_large'],
    ['a text multiplied by itself', 'replace(a, "x", a)', 'too_large'],
    [
      'a text multiplied again and again',
      'replace(replace(replace(b, "x", b), "x", b), "x", b)',
      'too_large',
    ],
  ])('%s', (_, source, expected) => {
    const variables = { a: long, b: 'x'.repeat(500) };
    expect(fault(source, variables)).toMatch(new RegExp(`^(${expected}) `));
  });

  it('no value is longer than may be', () => {
    expect(fault('a + ""', { a: 'x'.repeat(MAX_VALUE_LENGTH) })).toBe('fine');
    expect(fault('a + "y"', { a: 'x'.repeat(MAX_VALUE_LENGTH) })).toBe('too_large 0');
  });
});
