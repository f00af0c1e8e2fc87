import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { picked } from '../../../../tests/support/chat';
import { ask } from '../../../../tests/support/questions';
import { type DecimalMark, readNumber } from './read-number';

it.each([
  ['1234.5', 'point', '1234.5'],
  ['1,234.5', 'point', '1234.5'],
  ['1,000', 'point', '1000'],
  ['1234,5', 'comma', '1234.5'],
  ['1.234,5', 'comma', '1234.5'],
  ['1.000', 'comma', '1000'],
  ['1 234 567', 'comma', '1234567'],
  ['1\u202F234,5', 'comma', '1234.5'],
  ["1'234", 'point', '1234'],
  ['1’234.50', 'point', '1234.5'],
  ['-7', 'point', '-7'],
  ['\u22127', 'point', '-7'],
  ['– 7', 'point', '-7'],
  ['+7', 'point', '7'],
  ['-0', 'point', '0'],
  ['007', 'point', '7'],
  ['.5', 'point', '0.5'],
  [',5', 'comma', '0.5'],
  ['0.125', 'point', '0.125'],
  ['1234.567', 'point', '1234.567'],
  ['１２', 'point', '12'],
  ['１，５', 'comma', '1.5'],
  ['\u0661\u0662', 'point', '12'],
  ['١٬٢٣٤٫٥', 'point', '1234.5'],
  ['\u200E12\u200B', 'point', '12'],
  ['0.0000001', 'point', '0.0000001'],
] as const)('reads %j, with the %s as decimal mark, as %j', (typed, mark, value) => {
  expect(readNumber(typed, mark)).toEqual({ kind: 'number', value });
});

it.each([
  ['1.000', 'point', ['1', '1000']],
  ['1.234', 'point', ['1.234', '1234']],
  ['1,000', 'comma', ['1', '1000']],
  ['1.5', 'comma', ['1.5']],
  ['1,5', 'point', ['1.5']],
  ['.5', 'comma', ['0.5']],
  ['1.234,5', 'point', ['1234.5']],
  ['1.234.567', 'point', ['1234567']],
  ['1,23,456', 'point', ['123456']],
  ['12,34,567.89', 'point', ['1234567.89']],
  ['-1,00,000.5', 'comma', ['-100000.5']],
  ['Rs. 1,00,000.50', 'point', ['100000.5']],
  ['5.', 'comma', ['5']],
  ['12 Euro', 'comma', ['12']],
  ['€12', 'point', ['12']],
  ['5%', 'point', ['5']],
  ['ca. 5', 'point', ['5']],
  ['about 1.000', 'point', ['1', '1000']],
  ['1e3', 'point', ['1000']],
  ['½', 'point', ['0.5']],
  ['1½', 'point', ['1.5']],
] as const)('asks back about %j, with the %s as decimal mark: %j', (typed, mark, values) => {
  expect(readNumber(typed, mark)).toEqual({ kind: 'ask', values });
});

it.each([
  '12 34',
  '5²',
  '①',
  '0x10',
  'A4',
  '5-6',
  '2 of 3',
  '1e999',
  'Infinity',
  'many',
  '',
  '.',
  '-',
  '1..5',
  '1,2,3',
  '9'.repeat(16),
  '9'.repeat(1_000_000),
])('does not read %.20j', (typed) => {
  for (const mark of ['point', 'comma'] as const) expect(readNumber(typed, mark)).toBeNull();
});

describe('a number in any of the usual forms', () => {
  const whole = fc.integer({ min: 0, max: 999_999_999 }).map(String);
  const decimals = fc.stringMatching(/^([0-9]{1,5})?$/);
  const sign = fc.constantFrom('', '-', '+', '\u2212');
  const group = fc.constantFrom('', ' ', '\u00A0', '\u202F', "'", '’', 'mark');
  const script = fc.constantFrom('0', '０', '٠', '०');
  const around = fc.constantFrom('', ' ', '\u200B', '\u200E');
  const marks = fc.constantFrom<DecimalMark>('point', 'comma');

  it('is that number or a question, never another number', () => {
    fc.assert(
      fc.property(
        fc.record({ whole, decimals, sign, group, script, around, written: marks, mark: marks }),
        ({ whole, decimals, sign, group, script, around, written, mark }) => {
          // `1,000` is a thousand where the point is the mark: the language decides.
          fc.pre(written === mark || decimals.length !== 3);
          const [point, other] = written === 'point' ? ['.', ','] : [',', '.'];
          const groups = whole.replaceAll(/\B(?=(\d{3})+$)/g, group === 'mark' ? other : group);
          const plain = sign + groups + (decimals && point + decimals);
          const zero = script.codePointAt(0) ?? 0;
          const typed = plain.replaceAll(/\d/g, (d) => String.fromCodePoint(zero + Number(d)));
          const reading = readNumber(around + typed + around, mark);
          const meant = Number(`${whole}.${decimals || 0}`) * (/[-\u2212]/.test(sign) ? -1 : 1);
          const values = reading?.kind === 'ask' ? reading.values : [reading?.value ?? 'nothing'];
          expect(values.map((value) => Math.abs(Number(value) - meant))).toContain(0);
          // In their own language, all but what has three decimals is understood at once.
          if (written === mark && decimals.length !== 3) expect(reading?.kind).toBe('number');
        },
      ),
      { numRuns: 2_000 },
    );
  });
});

describe('number', () => {
  it('is kept with a point, under the name that the author chose', () => {
    const question = ask('number', { variable: 'height', integer: false, mark: 'comma' });
    expect(question.type('1,75')).toEqual({ set: { height: '1.75' }, go: 'next' });
  });

  it('is asked back about, in the way of the language', () => {
    const question = ask('number', { variable: 'height', integer: false, mark: 'comma' });
    const back = question.type('1.75');
    expect(back).toMatchObject({
      say: ['Did you mean this?'],
      ask: { kind: 'choice', options: [{ label: '1,75' }, { label: 'Change it' }] },
    });
    const memory = (back as { remember?: Record<string, string> }).remember ?? {};
    expect(question.answer(picked('meaning-0'), { memory })).toEqual({
      set: { height: '1.75' },
      go: 'next',
    });
    expect(question.answer(picked('change'), { memory })).toMatchObject({
      ask: { kind: 'text', initial: '1.75' },
    });
  });

  it('offers only what is allowed', () => {
    const few = ask('number', { max: 10, integer: false });
    expect(few.type('1.000')).toMatchObject({ ask: { options: [{ label: '1' }, {}] } });
    expect(ask('number', { min: 5 }).type('1.234')).toMatchObject({
      ask: { options: [{ label: '1234' }, {}] },
    });
    expect(ask('number', { max: 10 }).type('12 Euro')).toMatchObject({ ask: { kind: 'text' } });
  });

  it('lies within its limits, and is whole unless set otherwise', () => {
    const question = ask('number', { min: 1, max: 3 });
    for (const fits of ['1', '3']) expect(question.type(fits)).toHaveProperty('set');
    for (const fails of ['0', '4', '1.5', 'one'])
      expect(question.type(fails)).toHaveProperty('ask');
    expect(ask('number', { integer: false }).type('1.5')).toHaveProperty('set');
  });

  it('is shown with the mark of the language, and kept as it is, where it is known', () => {
    const question = { integer: false, mark: 'comma', variable: 'n' } as const;
    const known = { variables: { n: '1.234' } };
    expect(ask('number', question).enter(known)).toMatchObject({ ask: { initial: '1,234' } });
    const keep = ask('number', { ...question, whenKnown: 'keep' });
    expect(keep.enter(known)).toEqual({ go: 'next' });
    expect(keep.enter({ variables: { n: '１２' } })).toMatchObject({ set: { n: '12' } });
    expect(keep.enter({ variables: { n: 'many' } })).toHaveProperty('ask');
    expect(keep.enter({ variables: { n: 'i_dont_know' } })).toEqual({ go: 'next' });
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
