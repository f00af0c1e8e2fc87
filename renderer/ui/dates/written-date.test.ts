import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMoment, readTime, writeMoment, writeTime } from './written-date';

const two = (number: number) => String(number).padStart(2, '0');

const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([hours, minutes]) => `${two(hours)}:${two(minutes)}`);
const day = fc
  .date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const yearly = fc
  .date({ min: new Date('2024-01-01'), max: new Date('2024-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(5, 10));
const language = fc.constantFrom('en', 'de');

describe('what an input shows', () => {
  it.each([true, false])('is read back as what was stored (of every year: %s)', (isYearly) => {
    const dated = isYearly ? yearly : day;
    const taken = { time: 'optional', isYearly } as const;
    fc.assert(
      fc.property(dated, fc.option(time), language, fc.boolean(), (date, at, words, isFinished) => {
        const stored = at === null ? date : `${date} ${at}`;
        expect(readMoment(writeMoment(stored, words), words, taken, isFinished)).toBe(stored);
      }),
    );
  });

  it('is read back as the time of day that was stored', () => {
    fc.assert(
      fc.property(time, language, (stored, words) => {
        expect(readTime(writeTime(stored, words))).toBe(stored);
      }),
    );
  });

  it('is what people of the language write', () => {
    expect(writeMoment('2026-12-31', 'de')).toBe('31.12.2026');
    expect(writeMoment('2026-12-31T18:30', 'de')).toBe('31.12.2026, 18:30');
    expect(writeMoment('12-04', 'de')).toBe('04.12.');
    expect(writeMoment('2026-12-31', 'en')).toBe('Dec 31, 2026');
    expect(writeMoment('2026-12-31 18:30', 'en')).toBe('Dec 31, 2026, 6:30 PM');
    expect(writeMoment('12-04', 'en')).toBe('Dec 4');
  });

  it('is the text itself where it is no moment', () => {
    expect(writeMoment('2026-12', 'de')).toBe('2026-12');
    expect(writeMoment('', 'en')).toBe('');
  });
});

describe('what is typed', () => {
  const once = { time: 'optional', isYearly: false } as const;

  it.each([
    ['31.12.2026', '2026-12-31'],
    ['1.2.2026', '2026-02-01'],
    ['1. 2. 2026', '2026-02-01'],
    ['1.2.26', '2026-02-01'],
    ['3. März 2026', '2026-03-03'],
    ['3. Mär 2026', '2026-03-03'],
    ['2026-12-31', '2026-12-31'],
    ['31.12.2026 18:30', '2026-12-31 18:30'],
    ['31.12.2026, 8.05 Uhr', '2026-12-31 08:05'],
    ['31.12.2026 um 18 Uhr', '2026-12-31 18:00'],
    ['2026-12-31T18:30', '2026-12-31 18:30'],
  ])('in German, %s is %s', (written, stored) => {
    expect(readMoment(written, 'de', once)).toBe(stored);
  });

  it.each([
    ['Dec 31, 2026', '2026-12-31'],
    ['December 31st 2026', '2026-12-31'],
    ['31 December 2026', '2026-12-31'],
    ['12/31/2026', '2026-12-31'],
    ['Dec 31, 2026 at 6:30 pm', '2026-12-31 18:30'],
    ['Dec 31 2026 12 am', '2026-12-31 00:00'],
    ['12/31/2026, 18:30', '2026-12-31 18:30'],
  ])('in English, %s is %s', (written, stored) => {
    expect(readMoment(written, 'en', once)).toBe(stored);
  });

  it.each(['', '31.', '31.02.2026', '29.02.2026', '24.12.', 'tomorrow', '31.12.2026 25:00'])(
    '%s is no day',
    (written) => {
      expect(readMoment(written, 'de', once)).toBeNull();
    },
  );

  it('has a year or none, and a time or none, as it is asked for', () => {
    const everyYear = { time: 'none', isYearly: true } as const;
    expect(readMoment('24.12.', 'de', everyYear)).toBe('12-24');
    expect(readMoment('29. Februar', 'de', everyYear)).toBe('02-29');
    expect(readMoment('12-24', 'de', everyYear)).toBe('12-24');
    expect(readMoment('24.12.2026', 'de', everyYear)).toBeNull();
    expect(readMoment('24.12. 18:00', 'de', everyYear)).toBeNull();
    const exact = { time: 'required', isYearly: false } as const;
    expect(readMoment('24.12.2026', 'de', exact)).toBeNull();
    expect(readMoment('24.12.2026 18:00', 'de', exact)).toBe('2026-12-24 18:00');
  });

  it('waits for the rest of a year or of a time of day', () => {
    expect(readMoment('31.12.20', 'de', once, false)).toBeNull();
    expect(readMoment('31.12.2026 8:30', 'de', once, false)).toBeNull();
    expect(readMoment('31.12.2026', 'de', once, false)).toBe('2026-12-31');
  });
});
