import { describe, expect, it } from 'vitest';
import { isReversed, isWithin } from './wall-clock';

describe('a window', () => {
  it.each([
    ['2026-12-04', '2026-12-06', '2026-12-03T23:59', false],
    ['2026-12-04', '2026-12-06', '2026-12-04T00:00', true],
    ['2026-12-04', '2026-12-06', '2026-12-06T23:59', true],
    ['2026-12-04', '2026-12-06', '2026-12-07T00:00', false],
    ['2026-12-04', '2026-12-04', '2026-12-04T12:00', true],
  ])('of whole days, %s to %s, at %s: %s', (from, until, clock, expected) => {
    expect(isWithin(clock, from, until)).toBe(expected);
  });

  it.each([
    ['2026-12-04 18:30', '2026-12-04 20:00', '2026-12-04T18:29', false],
    ['2026-12-04 18:30', '2026-12-04 20:00', '2026-12-04T18:30', true],
    ['2026-12-04T18:30', '2026-12-04T20:00', '2026-12-04T19:59', true],
    ['2026-12-04 18:30', '2026-12-04 20:00', '2026-12-04T20:00', false],
    ['2026-12-04 18:30', '2026-12-04', '2026-12-04T23:59', true],
  ])('of times, %s to %s, at %s: %s', (from, until, clock, expected) => {
    expect(isWithin(clock, from, until)).toBe(expected);
  });

  it.each([
    ['12-04', '12-06', '2031-12-05T12:00', true],
    ['12-04', '12-06', '2031-12-07T00:00', false],
    ['12-24', '01-06', '2026-12-31T23:59', true],
    ['12-24', '01-06', '2027-01-06T23:59', true],
    ['12-24', '01-06', '2027-01-07T00:00', false],
    ['12-24', '01-06', '2027-07-01T00:00', false],
    ['02-29', '02-29', '2027-03-01T00:00', false],
    ['02-29', '02-29', '2028-02-29T12:00', true],
    ['12-04 18:30', '12-04', '2026-12-04T19:00', true],
    ['12-04 18:30', '12-04', '2026-12-05T00:00', false],
  ])('without years, %s to %s, at %s: %s', (from, until, clock, expected) => {
    expect(isWithin(clock, from, until)).toBe(expected);
  });

  it('is open at an end that is not given', () => {
    expect(isWithin('2026-12-04T12:00', '', '')).toBe(true);
    expect(isWithin('2026-12-04T12:00', '2026-12-05', '')).toBe(false);
    expect(isWithin('2026-12-06T12:00', '2026-12-05', '')).toBe(true);
    expect(isWithin('2026-12-06T12:00', '', '2026-12-05')).toBe(false);
  });

  it('never opens when it ends before it begins', () => {
    expect(isReversed('2026-12-05', '2026-12-04')).toBe(true);
    expect(isReversed('2026-12-04 18:00', '2026-12-04 18:00')).toBe(true);
    expect(isReversed('2026-12-04', '2026-12-04')).toBe(false);
    expect(isReversed('12-24', '01-06')).toBe(false);
    expect(isReversed('2026-12-05', '')).toBe(false);
  });
});
