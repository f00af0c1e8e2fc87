import { describe, expect, it } from 'vitest';
import { ask } from '../../../../tests/support/questions';
import { readNumber } from './read-number';

it.each([
  ['1234.5', 'point', 1234.5],
  ['1,234.5', 'point', 1234.5],
  ['1234,5', 'comma', 1234.5],
  ['1.234,5', 'comma', 1234.5],
  ['1 234 567', 'comma', 1234567],
  ['1\u202F234,5', 'comma', 1234.5],
  ["1'234", 'point', 1234],
  ['1.234', 'comma', 1234],
  ['-7', 'point', -7],
  ['\u22127', 'point', -7],
  ['+7', 'point', 7],
  ['1.5', 'comma', null],
  ['1,5', 'point', null],
  ['1,23,456', 'point', null],
  ['12 34', 'point', null],
  ['1e9', 'point', null],
  ['0x10', 'point', null],
  ['Infinity', 'point', null],
  ['', 'point', null],
  ['.5', 'point', null],
  ['9'.repeat(16), 'point', null],
  ['\u0661\u0662', 'point', null],
] as const)('reads %j, with the %s as decimal mark, as %j', (typed, mark, number) => {
  expect(readNumber(typed, mark)).toBe(number);
});

describe('number', () => {
  it('is kept with a point, under the name that the author chose', () => {
    const question = ask('number', { variable: 'height', integer: false, mark: 'comma' });
    expect(question.type('1,75')).toEqual({ set: { height: '1.75' }, go: 'next' });
  });

  it('lies within its limits, and is whole unless set otherwise', () => {
    const question = ask('number', { min: 1, max: 3 });
    for (const fits of ['1', '3']) expect(question.type(fits)).toHaveProperty('set');
    for (const fails of ['0', '4', '1.5', 'one'])
      expect(question.type(fails)).toHaveProperty('ask');
    expect(ask('number', { integer: false }).type('1.5')).toHaveProperty('set');
  });

  it('cannot have limits that leave nothing', () => {
    expect(() => ask('number', { min: 3, max: 1 }).enter()).toThrow();
  });
});

describe('a slider', () => {
  const slider = { look: 'slider', min: 0, max: 10, step: 0.5, unit: 'km', integer: false };
  const at = (value: number) => ask('number', slider).answer({ kind: 'slider', value });

  it('asks between both limits, from what is known', () => {
    const prompt = { kind: 'slider', min: 0, max: 10, step: 0.5, unit: 'km' };
    expect(ask('number', slider).enter()).toMatchObject({ ask: prompt });
    expect(ask('number', slider).enter()).not.toHaveProperty('ask.initial');
    expect(ask('number', slider).enter({ variables: { number: '2.5' } })).toMatchObject({
      ask: { initial: 2.5 },
    });
    expect(at(2.5)).toMatchObject({ set: { number: '2.5' }, go: 'next' });
    expect(at(0.1)).toHaveProperty('ask');
    expect(at(11)).toHaveProperty('ask');
    expect(ask('number').answer({ kind: 'slider', value: 1 })).toHaveProperty('ask');
  });

  it.each([{ min: undefined }, { max: undefined }, { step: 11 }, { max: 0 }])(
    'cannot be made of %j',
    (changes) => {
      expect(() => ask('number', { ...slider, ...changes } as never).enter()).toThrow();
    },
  );
});
