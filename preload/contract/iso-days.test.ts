import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, dayOf, daysBetween, IsoDay, utcOf, weekdayOf } from './iso-days';
import { firstDeadline, lastDeadline } from './requests';

const day = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const months = fc.integer({ min: 0, max: 36 });
const monthOf = (text: string): number => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));

describe('a deadline in months', () => {
  it.each([
    ['2026-01-15', '2026-02-15', '2026-04-15'],
    ['2026-01-31', '2026-02-28', '2026-04-28'],
    ['2028-01-31', '2028-02-29', '2028-04-29'],
    ['2026-11-30', '2026-12-30', '2027-02-28'],
    ['2026-12-31', '2027-01-31', '2027-03-31'],
    ['2028-02-29', '2028-03-29', '2028-05-29'],
    ['2100-01-30', '2100-02-28', '2100-04-28'],
  ])('of what came on %s is %s, and %s at the latest', (received, first, last) => {
    expect([firstDeadline(received), lastDeadline(received)]).toEqual([first, last]);
  });

  it('is in the month that it says, on the same day or on the last one', () => {
    fc.assert(
      fc.property(day, months, (start, count) => {
        const end = addMonths(start, count);
        expect(IsoDay.safeParse(end).success).toBe(true);
        expect(monthOf(end)).toBe(monthOf(start) + count);
        const isLast = monthOf(new Date(utcOf(end) + 86_400_000).toISOString()) > monthOf(end);
        expect(end.slice(8) === start.slice(8) || (isLast && end.slice(8) < start.slice(8))).toBe(
          true,
        );
      }),
    );
  });

  it('is never earlier for what came later', () => {
    fc.assert(
      fc.property(day, day, months, (one, other, count) => {
        const [first = '', second = ''] = [one, other].toSorted();
        expect(addMonths(first, count) <= addMonths(second, count)).toBe(true);
      }),
    );
  });
});

it('counts the days between two days, whatever happens to clocks between them', () => {
  expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
  expect(daysBetween('2026-10-26', '2026-10-24')).toBe(-2);
  fc.assert(
    fc.property(day, fc.integer({ min: -400, max: 400 }), (start, count) => {
      const end = new Date(utcOf(start) + count * 86_400_000).toISOString().slice(0, 10);
      expect(daysBetween(start, end)).toBe(count);
      expect(addDays(start, count)).toBe(end);
      expect(weekdayOf(addDays(start, 7))).toBe(weekdayOf(start));
    }),
  );
});

it('knows days of any year that can be written', () => {
  expect(addMonths('0026-01-31', 1)).toBe('0026-02-28');
  expect(addDays('0099-12-31', 1)).toBe('0100-01-01');
  expect(daysBetween('0026-01-01', '0026-12-31')).toBe(364);
  expect(addMonths('9999-11-30', 1)).toBe('9999-12-30');
  for (const later of [addMonths('9999-12-31', 3), addDays('9999-12-31', 1)])
    expect(later).toBe('9999-12-31');
});

it('knows the days of the week', () => {
  expect(weekdayOf('2026-11-30')).toBe(1);
  expect(weekdayOf('2026-12-06')).toBe(7);
});

it('knows the day of an instant in a time zone', () => {
  const late = Date.UTC(2026, 6, 15, 23, 30);
  expect(dayOf(late, 'UTC')).toBe('2026-07-15');
  expect(dayOf(late, 'Europe/Berlin')).toBe('2026-07-16');
  expect(dayOf(late, 'America/Los_Angeles')).toBe('2026-07-15');
});
