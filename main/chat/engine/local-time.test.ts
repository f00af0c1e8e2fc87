import fc from 'fast-check';
import { expect, it } from 'vitest';
import { instantOf, localTime } from './local-time';

const ZONES = ['UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kathmandu', 'Australia/Lord_Howe'];

const iso = (ms: number): string => new Date(ms).toISOString().slice(0, 16);

it.each([
  ['2026-07-15T12:00', 'Europe/Berlin', '2026-07-15T10:00'],
  ['2026-01-15T12:00', 'Europe/Berlin', '2026-01-15T11:00'],
  ['2026-12-04T00:00', 'Asia/Kathmandu', '2026-12-03T18:15'],
  // Clocks leap from 2:00 to 3:00.
  ['2026-03-29T01:59', 'Europe/Berlin', '2026-03-29T00:59'],
  ['2026-03-29T02:30', 'Europe/Berlin', '2026-03-29T01:30'],
  ['2026-03-29T03:00', 'Europe/Berlin', '2026-03-29T01:00'],
  // Clocks show the hour from 2:00 to 3:00 twice.
  ['2026-10-25T02:30', 'Europe/Berlin', '2026-10-25T00:30'],
  ['2026-10-25T03:00', 'Europe/Berlin', '2026-10-25T02:00'],
  // Half an hour only.
  ['2026-10-04T02:15', 'Australia/Lord_Howe', '2026-10-03T15:45'],
])('%s in %s is %s in Greenwich', (local, zone, utc) => {
  expect(iso(instantOf(local, zone))).toBe(utc);
});

it('is what clocks show, for any minute', () => {
  const minute = fc
    .integer({ min: Date.parse('2020-01-01') / 60_000, max: Date.parse('2035-01-01') / 60_000 })
    .map((minutes) => minutes * 60_000);
  fc.assert(
    fc.property(minute, fc.constantFrom(...ZONES), (ms, zone) => {
      const local = localTime(ms, zone);
      const instant = instantOf(local, zone);
      expect(localTime(instant, zone)).toBe(local);
      expect(instant).toBeLessThanOrEqual(ms);
    }),
    { numRuns: 300 },
  );
});
