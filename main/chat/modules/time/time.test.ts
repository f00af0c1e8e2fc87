import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { picked } from '../../../../tests/support/chat';
import { ask } from '../../../../tests/support/questions';
import { timeLine } from './read-time';

const anyTime = { clock: '24', earliest: '', latest: '' } as const;
const read = (typed: string, limits = {}) => timeLine.read(typed, { ...anyTime, ...limits });
const halves = (typed: string) => read(typed, { clock: '12' });

it.each([
  ['9', '09:00'],
  ['9:30', '09:30'],
  ['9.30 Uhr', '09:30'],
  ['9,30', '09:30'],
  ['9 Uhr', '09:00'],
  ['9 Uhr 30', '09:30'],
  ['um 9 Uhr', '09:00'],
  ['9h30', '09:30'],
  ['14h', '14:00'],
  ['0930', '09:30'],
  ['930', '09:30'],
  ['1430 hrs', '14:30'],
  ['9 am', '09:00'],
  ['9 a.m.', '09:00'],
  ['9:30 PM', '21:30'],
  ['9:30PM', '21:30'],
  ['9 in the evening', '21:00'],
  ['at 9 o\u2019clock', '09:00'],
  ['12 am', '00:00'],
  ['12 pm', '12:00'],
  ['12:05 AM', '00:05'],
  ['8 Uhr abends', '20:00'],
  ['20 Uhr abends', '20:00'],
  ['12 Uhr mittags', '12:00'],
  ['12 Uhr nachts', '00:00'],
  ['3 Uhr nachts', '03:00'],
  ['23 Uhr nachts', '23:00'],
  ['11 Uhr nachts', '23:00'],
  ['noon', '12:00'],
  ['Mitternacht', '00:00'],
  ['24:00', '00:00'],
  ['0:00', '00:00'],
  ['23:59', '23:59'],
  ['09:30:00', '09:30'],
  ['\uFF19\uFF1A\uFF13\uFF10', '09:30'],
  ['\u0669:\u0663\u0660', '09:30'],
  ['\u200E9:30\u00A0', '09:30'],
])('reads %j as %s', (typed, value) => expect(read(typed)).toEqual({ value }));

it.each([
  '',
  'soon',
  '25',
  '24:30',
  '9:60',
  '9.5',
  '9:3',
  '13 am',
  '0 pm',
  '12345',
  '9 30 15',
  '-9',
  '9:30 xm',
  'constructor',
  '9'.repeat(9_999),
])('does not read %.20j', (typed) => expect(read(typed)).toEqual({ refused: 'invalid' }));

it('asks back what can be in the morning and in the evening, where people count to 12', () => {
  expect(halves('9:30')).toEqual({
    meanings: [
      { value: '09:30', shown: '9:30 AM' },
      { value: '21:30', shown: '9:30 PM' },
    ],
  });
  expect(halves('12')).toMatchObject({ meanings: [{ value: '00:00' }, { value: '12:00' }] });
  for (const clear of ['9:30 AM', '09:30', '21:30', '0:30', '0930', 'noon']) {
    expect(halves(clear)).toHaveProperty('value');
  }
});

it('does not ask back when only one of them is allowed', () => {
  const office = { clock: '12', earliest: '08:00', latest: '18:00' } as const;
  expect(read('9', office)).toEqual({ value: '09:00' });
  expect(read('4:15', office)).toEqual({ value: '16:15' });
  expect(read('7', office)).toEqual({ refused: 'outside' });
});

it('keeps to the earliest and the latest, over midnight as well', () => {
  const day = { earliest: '08:00', latest: '17:30' };
  for (const fits of ['8', '17:30']) expect(read(fits, day)).toHaveProperty('value');
  for (const fails of ['7:59', '17:31']) expect(read(fails, day)).toEqual({ refused: 'outside' });
  const night = { earliest: '22:00', latest: '04:00' };
  for (const fits of ['22', '23:59', '0:00', '4'])
    expect(read(fits, night)).toHaveProperty('value');
  for (const fails of ['21:59', '4:01', '12'])
    expect(read(fails, night)).toEqual({ refused: 'outside' });
  expect(read('6', { earliest: '07:00' })).toEqual({ refused: 'outside' });
  expect(read('6', { latest: '05:00' })).toEqual({ refused: 'outside' });
});

const two = (value: number): string => String(value).padStart(2, '0');

it('reads every time in every way of writing it, and its own values and questions again', () => {
  fc.assert(
    fc.property(fc.nat(23), fc.nat(59), (hour, minute) => {
      const value = `${two(hour)}:${two(minute)}`;
      const inHalf = `${hour % 12 || 12}:${two(minute)} ${hour < 12 ? 'am' : 'pm'}`;
      const ways = [
        value,
        `${hour}:${two(minute)}`,
        `${hour}.${two(minute)} Uhr`,
        two(hour) + two(minute),
        inHalf,
      ];
      for (const way of ways) expect(read(way)).toEqual({ value });
      expect(halves(inHalf)).toEqual({ value });
      const reading = halves(`${hour}:${two(minute)}`);
      const meanings = 'meanings' in reading ? reading.meanings : [];
      expect(meanings.length).toBe(hour >= 1 && hour <= 12 ? 2 : 0);
      for (const { value: meant, shown } of meanings) {
        expect(halves(shown)).toEqual({ value: meant });
        expect(timeLine.keeps?.(meant, { ...anyTime, clock: '12' })).toBe(true);
      }
    }),
  );
});

it('never takes what is no time of day', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 12, unit: fc.constantFrom(...'0129:. hamp') }), (typed) => {
      const reading = read(typed);
      if ('value' in reading) expect(reading.value).toMatch(/^([01]\d|2[0-3]):[0-5]\d$/);
    }),
    { numRuns: 2_000 },
  );
});

describe('time of day', () => {
  it('is kept as HH:MM, under the name that the author chose', () => {
    expect(ask('time', { variable: 'arrival' }).type('9.30 PM')).toEqual({
      set: { arrival: '21:30' },
      go: 'next',
    });
  });

  it('asks back with buttons, and takes the one that is chosen', () => {
    const question = ask('time');
    const back = question.type('9');
    expect(back).toMatchObject({
      say: ['In the morning, or later in the day?'],
      ask: {
        kind: 'choice',
        options: [{ label: '9:00 AM' }, { label: '9:00 PM' }, { id: 'change' }],
      },
    });
    const { ask: prompt, remember: memory } = back as never as {
      ask: { options: { id: string }[] };
      remember: Record<string, string>;
    };
    const [, evening] = prompt.options;
    expect(question.answer(picked(evening?.id ?? ''), { memory })).toEqual({
      set: { time: '21:00' },
      go: 'next',
    });
    for (const other of ['change', 'constructor']) {
      expect(question.answer(picked(other), { memory })).toMatchObject({
        ask: { kind: 'text', initial: '9' },
      });
    }
  });

  it('keeps a known time that would be asked back if it were typed, as long as it is allowed', () => {
    const known = { variables: { time: '10:30' } };
    expect(ask('time', { whenKnown: 'keep' }).enter(known)).toEqual({ go: 'next' });
    expect(ask('time').enter(known)).toMatchObject({ ask: { initial: '10:30' } });
    const late = ask('time', { whenKnown: 'keep', earliest: '11:00' });
    expect(late.enter(known)).toMatchObject({ ask: { kind: 'text' } });
  });

  it('says why a time will not do', () => {
    const question = ask('time', { earliest: '10:00' });
    expect(question.type('9 am')).toMatchObject({ say: [expect.stringContaining('not possible')] });
    expect(question.type('later')).toMatchObject({
      say: [expect.stringContaining('Please enter')],
    });
  });

  it('cannot have limits that are no times', () => {
    expect(() => ask('time', { earliest: '8' }).enter()).toThrow();
  });
});
