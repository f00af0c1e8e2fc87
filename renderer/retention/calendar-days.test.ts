import fc from 'fast-check';
import { expect, it } from 'vitest';
import { weekdayOf } from '../../preload/contract';
import { addToMonth, forecast, rowsOn, rowsWithin, shadeOf, weeksOf } from './calendar-days';

const CALENDAR = [
  { day: '2027-01-01', table: 'participations' as const, rows: 2 },
  { day: '2026-12-31', table: 'participations' as const, rows: 3 },
  { day: '2026-12-31', table: 'winners' as const, rows: 1 },
];

it('has each day with what goes on it, table by table, or of one table', () => {
  expect([...forecast(CALENDAR, null).values()]).toEqual([
    { day: '2026-12-31', participations: 3, winners: 1 },
    { day: '2027-01-01', participations: 2 },
  ]);
  expect([...forecast(CALENDAR, 'winners').values()]).toEqual([{ day: '2026-12-31', winners: 1 }]);
  expect(rowsOn(forecast(CALENDAR, null).get('2026-12-31'))).toBe(4);
  expect(rowsOn(undefined)).toBe(0);
});

it('counts what goes in the next days, today included and nothing beyond them', () => {
  const days = forecast(CALENDAR, null);
  expect(rowsWithin(days, '2026-12-31', 1)).toBe(4);
  expect(rowsWithin(days, '2026-12-25', 7)).toBe(4);
  expect(rowsWithin(days, '2026-12-25', 8)).toBe(6);
  expect(rowsWithin(days, '2027-01-02', 90)).toBe(0);
});

it('has every day of a month once, under its weekday, wherever the week begins', () => {
  const months = fc.tuple(fc.integer({ min: 2020, max: 2090 }), fc.integer({ min: 1, max: 12 }));
  fc.assert(
    fc.property(months, fc.constantFrom(1, 6, 7), ([year, number], firstWeekday) => {
      const month = `${year}-${String(number).padStart(2, '0')}`;
      const weeks = weeksOf(month, firstWeekday);
      const days = weeks.flat().filter((day) => day !== null);
      expect(days).toHaveLength(new Date(year, number, 0).getDate());
      expect(new Set(days).size).toBe(days.length);
      for (const week of weeks) {
        expect(week).toHaveLength(7);
        week.forEach((day, place) => {
          if (day !== null) expect(weekdayOf(day)).toBe(((firstWeekday - 1 + place) % 7) + 1);
        });
        expect(week.some((day) => day !== null)).toBe(true);
      }
    }),
  );
});

it('goes over the ends of years', () => {
  expect(addToMonth('2026-12', 1)).toBe('2027-01');
  expect(addToMonth('2027-01', -1)).toBe('2026-12');
});

it('shades the busiest day darkest, and a day with one entry nevertheless', () => {
  expect(shadeOf(0, 500)).toBe(0);
  expect(shadeOf(1, 500_000)).toBe(1);
  expect(shadeOf(500, 500)).toBe(4);
  expect(shadeOf(1, 1)).toBe(4);
  expect([2, 8, 17, 27].map((rows) => shadeOf(rows, 32))).toEqual([1, 2, 3, 4]);
});
