import { expect, it } from 'vitest';
import { forecast } from './calendar-days';

it('shows every day from today on, with the rows of each table that expire on it', () => {
  const calendar = [
    { day: '2026-12-31', table: 'participations' as const, rows: 3 },
    { day: '2026-12-31', table: 'winners' as const, rows: 1 },
    { day: '2027-01-01', table: 'participations' as const, rows: 2 },
  ];
  expect(forecast(calendar, new Date(2026, 11, 30, 23, 59), 3)).toEqual([
    { day: '2026-12-30' },
    { day: '2026-12-31', participations: 3, winners: 1 },
    { day: '2027-01-01', participations: 2 },
  ]);
});

it('has each day once where the clock changes', () => {
  const days = forecast([], new Date(2026, 9, 24), 4).map(({ day }) => day);
  expect(days).toEqual(['2026-10-24', '2026-10-25', '2026-10-26', '2026-10-27']);
});
