import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stepOf } from '../../../../tests/support/chat';
import { node } from '../../../../tests/support/graphs';

type Settings = Record<string, string>;

/** `utc` is when, in Greenwich. */
const at = (utc: string, settings: Settings) =>
  stepOf(node('a', 'date_window', settings), { kind: 'enter' }, { nowMs: Date.parse(`${utc}Z`) });
const phase = (utc: string, settings: Settings): string => (at(utc, settings) as { go: string }).go;

describe('a date window', () => {
  const december = { from: '2026-12-01', until: '2026-12-24' };

  it.each([
    ['2026-11-30T22:59', 'before'],
    ['2026-11-30T23:00', 'during'],
    ['2026-12-24T22:59', 'during'],
    ['2026-12-24T23:00', 'after'],
    ['2027-12-10T12:00', 'after'],
  ])('with whole days, at %s in Greenwich: %s in Berlin', (utc, expected) => {
    expect(phase(utc, december)).toBe(expected);
  });

  it('knows the time zone that the author chose', () => {
    const tokyo = { ...december, timeZone: 'Asia/Tokyo' };
    expect(phase('2026-11-30T14:59', tokyo)).toBe('before');
    expect(phase('2026-11-30T15:00', tokyo)).toBe('during');
  });

  it('begins and ends at times of the day', () => {
    const fair = { from: '2026-07-15 09:00', until: '2026-07-15 18:30' };
    expect(phase('2026-07-15T06:59', fair)).toBe('before');
    expect(phase('2026-07-15T07:00', fair)).toBe('during');
    expect(phase('2026-07-15T16:29', fair)).toBe('during');
    expect(phase('2026-07-15T16:30', fair)).toBe('after');
  });

  it('may be open on one side', () => {
    expect(phase('2026-11-30T12:00', { from: '2026-12-01' })).toBe('before');
    expect(phase('2099-01-01T12:00', { from: '2026-12-01' })).toBe('during');
    expect(phase('1999-01-01T12:00', { until: '2026-12-01' })).toBe('during');
    expect(phase('2026-12-02T12:00', { until: '2026-12-01' })).toBe('after');
  });

  it.each(['2025', '2026', '2031'])('without a year comes every year, as in %s', (year) => {
    const advent = { from: '12-01', until: '12-24' };
    expect(phase(`${year}-11-30T12:00`, advent)).toBe('before');
    expect(phase(`${year}-12-01T12:00`, advent)).toBe('during');
    expect(phase(`${year}-12-25T12:00`, advent)).toBe('after');
  });

  it('without a year may last over the turn of the year', () => {
    const winter = { from: '12-20', until: '01-06' };
    expect(phase('2026-12-19T12:00', winter)).toBe('before');
    expect(phase('2026-12-20T12:00', winter)).toBe('during');
    expect(phase('2026-12-31T23:30', winter)).toBe('during');
    expect(phase('2027-01-06T12:00', winter)).toBe('during');
    expect(phase('2027-01-07T12:00', winter)).toBe('before');
  });

  it('takes 29 February for 1 March where there is none', () => {
    const leap = { from: '02-29', until: '02-29' };
    expect(phase('2028-02-29T12:00', leap)).toBe('during');
    expect(phase('2028-03-01T12:00', leap)).toBe('after');
    expect(phase('2027-03-01T12:00', leap)).toBe('during');
  });

  describe('on the days on which the clocks change', () => {
    it('begins as much later as the clocks leap over', () => {
      const spring = { from: '2026-03-29 02:30' };
      expect(phase('2026-03-29T00:59', spring)).toBe('before');
      expect(phase('2026-03-29T01:29', spring)).toBe('before');
      expect(phase('2026-03-29T01:30', spring)).toBe('during');
    });

    it('does not come back in an hour that is shown twice', () => {
      const autumn = { until: '2026-10-25 02:30' };
      expect(phase('2026-10-25T00:29', autumn)).toBe('during');
      expect(phase('2026-10-25T00:30', autumn)).toBe('after');
      expect(phase('2026-10-25T01:15', autumn)).toBe('after');
    });

    it('lasts 23 and 25 hours', () => {
      for (const [day, hours] of [
        ['2026-03-29', 23],
        ['2026-10-25', 25],
        ['2026-07-15', 24],
      ] as const) {
        const startMs = Date.parse(`${day}T00:00Z`) - 5 * 3_600_000;
        const quarters = Array.from({ length: 160 }, (_, quarter) =>
          phase(new Date(startMs + quarter * 900_000).toISOString().slice(0, 16), {
            from: day,
            until: day,
          }),
        );
        expect(quarters.filter((each) => each === 'during')).toHaveLength(hours * 4);
      }
    });
  });

  it('goes from before to during to after as time goes by, and never back', () => {
    const minute = fc.integer({ min: 0, max: 60 * 24 * 365 * 3 });
    const instant = (minutes: number): string =>
      new Date(Date.parse('2025-01-01T00:00Z') + minutes * 60_000).toISOString().slice(0, 16);
    const order = ['before', 'during', 'after'];
    fc.assert(
      fc.property(minute, minute, minute, minute, (from, until, a, b) => {
        const window = {
          from: instant(Math.min(from, until)),
          until: instant(Math.max(from, until) + 1),
        };
        const [first, second] = [Math.min(a, b), Math.max(a, b)].map((at) =>
          order.indexOf(phase(instant(at), window)),
        );
        expect(first).toBeLessThanOrEqual(second ?? 0);
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    {},
    { from: '2026-02-30' },
    { from: '13-01' },
    { from: '2026-12-01', until: '12-24' },
    { from: '2026-12-24', until: '2026-12-01' },
    { from: '2026-12-24 18:00', until: '2026-12-24 18:00' },
    { from: '2026-12-24 24:00' },
    { from: '2026-12-24', timeZone: 'Mars/Olympus' },
  ])('does not accept %o', (settings) => {
    expect(() => at('2026-07-15T12:00', settings)).toThrow();
  });
});
