import { expect, it } from 'vitest';
import { ageOn, dayAt, readDate } from './calendar-date';

it.each([
  ['2026-12-24', '2026-12-24'],
  [' 2026-12-24 ', '2026-12-24'],
  ['24.12.2026', '2026-12-24'],
  ['1. 2. 2026', '2026-02-01'],
  ['2024-02-29', '2024-02-29'],
  ['29.02.2026', null],
  ['2026-02-30', null],
  ['2026-13-01', null],
  ['12/24/2026', null],
  ['24.12.26', null],
  ['2026-12-24T10:00', null],
  ['\u0662\u0660\u0662\u0664-01-01', '2024-01-01'],
  ['\u200E２４．１２．２０２６\u200B', '2026-12-24'],
  ['', null],
])('reads %j as %j', (typed, date) => expect(readDate(typed)).toBe(date));

it('knows on which day it is where', () => {
  const newYear = Date.UTC(2026, 11, 31, 23, 30);
  expect(dayAt(newYear, 'Europe/Berlin')).toBe('2027-01-01');
  expect(dayAt(newYear, 'America/New_York')).toBe('2026-12-31');
});

it.each([
  ['2026-11-23', '2008-11-23', 18],
  ['2026-11-22', '2008-11-23', 17],
  ['2026-02-28', '2008-02-29', 17],
  ['2026-03-01', '2008-02-29', 18],
  ['2028-02-29', '2008-02-29', 20],
])('on %s, somebody born on %s is %i', (day, born, age) => expect(ageOn(day, born)).toBe(age));
