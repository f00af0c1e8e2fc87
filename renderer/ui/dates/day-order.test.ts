import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BUILT_IN_LANGUAGES } from '../../../preload/contract';
import {
  dayOrderOf,
  digitsOf,
  isoOf,
  readInNumbers,
  withSeparators,
  writeInNumbers,
} from './day-order';

describe('a day that is typed digit by digit', () => {
  it.each([
    ['de', '24122026', '24.12.2026'],
    ['en-GB', '24122026', '24/12/2026'],
    ['en', '12242026', '12/24/2026'],
    ['hu', '20261224', '2026.12.24'],
    ['ar', '24122026', '24/12/2026'],
  ])('is read as it is written in %s', (language, digits, shown) => {
    const format = dayOrderOf(language);
    expect(isoOf(digits, format)).toBe('2026-12-24');
    expect(withSeparators(digits, format)).toBe(shown);
  });

  it('is none before it is whole', () => {
    const format = dayOrderOf('de');
    expect(withSeparators('241', format)).toBe('24.1');
    expect(isoOf('2412202', format)).toBeNull();
  });

  it.each(['31022026', '00012026', '29022025', '01012', 'aaaaaaaa', '01010000'])(
    'is none when there is no such day: %s',
    (digits) => expect(isoOf(digits, dayOrderOf('de'))).toBeNull(),
  );

  it('comes back as it was typed, in every language', () => {
    const day = fc.date({
      min: new Date('0001-01-01'),
      max: new Date('9999-12-31'),
      noInvalidDate: true,
    });
    const language = fc.constantFrom(
      'de',
      'en',
      'fr',
      'pl',
      'tr',
      'ar',
      'he',
      'hu',
      'sv',
      'fa',
      'th',
    );
    fc.assert(
      fc.property(day, language, (date, spoken) => {
        const iso = date.toISOString().slice(0, 10);
        const format = dayOrderOf(spoken);
        expect(isoOf(digitsOf(iso, format), format)).toBe(iso);
      }),
    );
  });
});

describe('a day in numbers', () => {
  it('is read in every language as it is written there, also digit by digit and with other signs', () => {
    const day = fc
      .date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, fc.constantFrom(...BUILT_IN_LANGUAGES, 'hu', 'ar'), (iso, language) => {
        const written = writeInNumbers(iso, language);
        expect(readInNumbers(written, language)).toBe(iso);
        expect(readInNumbers(written.replaceAll(/\D/g, ''), language)).toBe(iso);
        expect(readInNumbers(written.replaceAll(/\D/g, '/'), language)).toBe(iso);
      }),
    );
  });

  it.each([
    ['de', '1.2.2026', '2026-02-01'],
    ['en', '2/1/2026', '2026-02-01'],
    ['nl', '1-2-2026', '2026-02-01'],
    ['fr', '01/02/2026', '2026-02-01'],
    ['fr', '01/02/26', null],
    ['en', '24/12/2026', null],
    ['de', '24.12.', null],
    ['de', '20260101', null],
  ])('in %s, %s is %s', (language, written, iso) => {
    expect(readInNumbers(written, language)).toBe(iso);
  });
});
