import { describe, expect, it } from 'vitest';
import { stepOf } from '../../../../tests/support/chat';
import { node, ref } from '../../../../tests/support/graphs';
import { chose } from '../../engine/chosen';
import type { Variables } from '../../engine/step';
import { moduleOf } from '..';
import { namesOf } from '../define-module';

type Rule = Record<string, string>;

const decides = (...rules: Rule[]) =>
  node('a', 'condition', {
    rules: rules.map((rule, index) => ({ id: `rule${index}`, label: `Rule ${index}`, ...rule })),
  });
const taken = (variables: Variables, ...rules: Rule[]) =>
  stepOf(decides(...rules), { kind: 'enter' }, { variables });
const holds = (operator: string, actual: string, value = ''): boolean => {
  const { go } = taken({ x: actual }, { variable: 'x', operator, value }) as { go: string };
  return go === 'rule0';
};

describe('a condition', () => {
  const color = (value: string): Rule => ({ variable: 'color', operator: 'is', value });

  it('follows the first rule that holds, not a later one', () => {
    const rules = [color('blue'), color('red'), { operator: 'expression', expression: 'true' }];
    expect(taken({ color: 'red' }, ...rules)).toEqual({ go: 'rule1' });
    expect(taken({ color: 'green' }, ...rules)).toEqual({ go: 'rule2' });
  });

  it('takes the other branch when no rule holds', () => {
    expect(taken({ color: 'red' }, color('blue'))).toEqual({ go: 'else' });
    expect(taken({}, color('blue'))).toEqual({ go: 'else' });
  });

  it('compares with the value of another variable', () => {
    const rule = color(ref('favourite'));
    expect(taken({ color: 'red', favourite: 'red' }, rule)).toEqual({ go: 'rule0' });
    expect(taken({ color: 'red', favourite: 'blue' }, rule)).toEqual({ go: 'else' });
  });

  it('does not take what objects inherit for a variable', () => {
    const rule = { variable: 'constructor', operator: 'not_empty' };
    expect(taken({}, rule)).toEqual({ go: 'else' });
    expect(taken({}, { operator: 'expression', expression: 'toString != ""' })).toEqual({
      go: 'else',
    });
  });

  it('takes an expression that fails for one that does not hold', () => {
    const rule = { operator: 'expression', expression: 'points * 2 > 10' };
    expect(taken({ points: '7' }, rule)).toEqual({ go: 'rule0' });
    expect(taken({ points: 'many' }, rule)).toEqual({ go: 'else' });
    expect(taken({}, rule)).toEqual({ go: 'else' });
  });

  it('needs a variable or an expression, and one that can be read', () => {
    expect(() => taken({}, { variable: '', operator: 'is', value: 'x' })).toThrow();
    expect(() => taken({}, { operator: 'expression', expression: '' })).toThrow();
    expect(() => taken({}, { operator: 'expression', expression: 'points >' })).toThrow();
    expect(() => taken({})).toThrow();
  });

  it('knows which variables it reads', () => {
    const { settings } = decides(
      { variable: 'color', operator: 'is', value: 'x', expression: 'ignored' },
      { operator: 'expression', expression: 'size(name) > points' },
    );
    expect(namesOf(moduleOf('condition')?.reads, settings)).toEqual(['color', 'name', 'points']);
  });
});

describe('a rule about options', () => {
  const red = chose('x', { answer: 'Crimson', optionIds: ['r'] });
  const redAndBlue = chose('x', { answer: 'Crimson; Blue', optionIds: ['r', 'b'] });
  const by = (operator: string, variables: Variables, options: string[], value = '') => {
    const rule = { id: 'rule0', label: 'Rule', variable: 'x', operator, options, value };
    const { go } = stepOf(
      node('a', 'condition', { rules: [rule] }),
      { kind: 'enter' },
      { variables },
    ) as { go: string };
    return go === 'rule0';
  };

  it.each([
    ['is', red, ['r'], true],
    ['is', red, ['b'], false],
    ['is', redAndBlue, ['r'], false],
    ['is', {}, ['r'], false],
    ['is_not', red, ['b'], true],
    ['is_not', red, ['r'], false],
    ['is_not', {}, ['r'], true],
    ['one_of', red, ['b', 'r'], true],
    ['one_of', red, ['b', 'g'], false],
    ['one_of', redAndBlue, ['b', 'r'], false],
    ['is_not', redAndBlue, ['b', 'r'], true],
    ['contains', redAndBlue, ['b'], true],
    ['contains', redAndBlue, ['g'], false],
    ['starts_with', red, ['b'], true],
  ] as const)(
    'asks whether it %s, whatever the label: %j %j',
    (operator, known, options, holds) => {
      expect(by(operator, known, [...options])).toBe(holds);
    },
  );

  it('knows labels without the quotes that stand around some of several', () => {
    const dark = chose('x', { answer: '"Red; dark"; 7; "a ""b"""', optionIds: ['d', 's', 'a'] });
    expect(by('starts_with', dark, [], 'red; dark; 7')).toBe(true);
    expect(by('is', dark, [], ref('x'))).toBe(true);
    expect(by('is', dark, [], 'Red; dark; 7; a "b"')).toBe(true);
    expect(by('is', { x: '"Red"' }, [], '"Red"')).toBe(true);
  });

  it('compares with the text where the variable was set otherwise', () => {
    expect(by('is', { x: 'VIP' }, ['r'], 'vip')).toBe(true);
    expect(by('is', { x: 'VIP' }, ['r'])).toBe(false);
    expect(by('is', { x: '' }, ['r'])).toBe(false);
    expect(by('is', red, ['b'], 'Crimson')).toBe(false);
  });
});

it.each([
  ['is', 'Red', ' red '],
  ['is', '7.0', '7'],
  ['is_not', '007', 'bond'],
  ['one_of', 'Bonn', 'Berlin, bonn ,Köln'],
  ['contains', 'ann@Example.com', '@example.COM'],
  ['starts_with', 'Anna', 'ann'],
  ['less', '9', '10'],
  ['less', 'Apple', 'pear'],
  ['less', '2026-11-30', '2026-12-04'],
  ['less_or_equal', '10', '10'],
  ['greater', '10', '9'],
  ['greater_or_equal', '10.0', '10'],
  ['empty', '  ', ''],
  ['not_empty', 'x', ''],
  ['is', '\u200Ered\u200B', 'red'],
  ['is', '\u212Bngstro\u0308m', 'ångström'],
  ['is', '１２', '12.0'],
  ['one_of', '７', 'a，7'],
  ['less', '９', '10'],
  ['empty', '\u3164\u2800', ''],
])('%s holds for “%s” and “%s”', (operator, actual, value) => {
  expect(holds(operator, actual, value)).toBe(true);
});

it.each([
  ['is', 'Red', 'blue'],
  ['is', '', '0'],
  ['is_not', 'RED', 'red'],
  ['one_of', 'Bon', 'Berlin, Bonn'],
  ['contains', 'abc', 'd'],
  ['starts_with', 'banana', 'anan'],
  ['less', '10', '9'],
  ['less', '', '9'],
  ['less_or_equal', '11', '10'],
  ['greater', '9', '10'],
  ['greater', '9', ''],
  ['greater_or_equal', '', ''],
  ['empty', '0', ''],
  ['not_empty', ' ', ''],
])('%s does not hold for “%s” and “%s”', (operator, actual, value) => {
  expect(holds(operator, actual, value)).toBe(false);
});
