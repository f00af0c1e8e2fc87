import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateFormatOf, digitsOf, isoOf, shownDate } from './typed-date';

describe('a day that is typed digit by digit', () => {
  it.each([
    ['de', '24122026', '24.12.2026'],
    ['en-GB', '24122026', '24/12/2026'],
    ['en', '12242026', '12/24/2026'],
    ['hu', '20261224', '2026.12.24'],
    ['ar', '24122026', '24/12/2026'],
  ])('is read as it is written in %s', (language, digits, shown) => {
    const format = dateFormatOf(language);
    expect(isoOf(digits, format)).toBe('2026-12-24');
    expect(shownDate(digits, format).replaceAll(/[\u200e\u200f ]/g, '')).toBe(shown);
  });

  it('shows what is missing, and is none before it is whole', () => {
    const format = dateFormatOf('de');
    expect(shownDate('241', format)).toBe('24.1_.____');
    expect(isoOf('2412202', format)).toBeNull();
  });

  it.each(['31022026', '00012026', '29022025', '01012', 'aaaaaaaa', '01010000'])(
    'is none when there is no such day: %s',
    (digits) => expect(isoOf(digits, dateFormatOf('de'))).toBeNull(),
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
        const format = dateFormatOf(spoken);
        expect(isoOf(digitsOf(iso, format), format)).toBe(iso);
      }),
    );
  });
});
