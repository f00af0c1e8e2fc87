import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InstantWriter } from './instant-writer';

const written = (timeZone: string, iso: string): string =>
  new InstantWriter(timeZone).format(Date.parse(iso));

describe('an instant', () => {
  it('in UTC is what JavaScript says', () => {
    const writer = new InstantWriter('UTC');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 8.64e15 }), (atMs) => {
        expect(writer.format(atMs)).toBe(new Date(atMs).toISOString());
      }),
    );
  });

  it('carries the offset that is in force at that time', () => {
    expect(written('Europe/Berlin', '2026-07-15T10:00:00Z')).toBe('2026-07-15T12:00:00.000+02:00');
    expect(written('Europe/Berlin', '2026-01-15T23:30:00Z')).toBe('2026-01-16T00:30:00.000+01:00');
    expect(written('America/St_Johns', '2026-01-01T00:00:00Z')).toBe(
      '2025-12-31T20:30:00.000-03:30',
    );
    expect(written('Asia/Kolkata', '2026-01-01T00:00:00.007Z')).toBe(
      '2026-01-01T05:30:00.007+05:30',
    );
  });

  it('on both sides of the hour that is lived twice stays the same instant', () => {
    expect(written('Europe/Berlin', '2026-10-25T00:59:59.999Z')).toBe(
      '2026-10-25T02:59:59.999+02:00',
    );
    expect(written('Europe/Berlin', '2026-10-25T01:00:00Z')).toBe('2026-10-25T02:00:00.000+01:00');
  });

  it('means the same in every zone, in whatever order the times come', () => {
    for (const timeZone of [
      'Europe/Berlin',
      'America/New_York',
      'Australia/Lord_Howe',
      'Asia/Kathmandu',
    ]) {
      const writer = new InstantWriter(timeZone);
      fc.assert(
        fc.property(fc.integer({ min: 6e11, max: 4e12 }), (atMs) => {
          expect(Date.parse(writer.format(atMs))).toBe(atMs);
        }),
      );
    }
  });

  it('that is none is refused', () => {
    for (const none of [Number.NaN, 1e300, -1e300]) {
      expect(() => new InstantWriter('UTC').format(none)).toThrow(RangeError);
    }
  });
});
