import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stepOf } from '../../../../tests/support/chat';
import { node } from '../../../../tests/support/graphs';
import { localTime } from '../../engine/local-time';
import { type Hours, isOpenAt, nextOpening, WEEKDAYS } from './hours';

const WORKDAYS = WEEKDAYS.slice(0, 5);
const shop = {
  hours: [
    { id: 'a', days: WORKDAYS, from: '09:00', to: '12:30' },
    { id: 'b', days: WORKDAYS, from: '13:30', to: '18:00' },
    { id: 'c', days: ['fri', 'sat'], from: '22:00', to: '03:00' },
  ],
};

/** `utc` is when, in Greenwich. */
const at = (utc: string, settings: object, variables = {}) =>
  stepOf(
    node('a', 'opening_hours', settings as never),
    { kind: 'enter' },
    { nowMs: Date.parse(`${utc}Z`), variables },
  );

describe('opening hours', () => {
  // 2026-11-27 is a Friday; Berlin is an hour ahead.
  it.each([
    ['2026-11-27T07:59', 'closed'],
    ['2026-11-27T08:00', 'open'],
    ['2026-11-27T11:29', 'open'],
    ['2026-11-27T11:30', 'closed'],
    ['2026-11-27T12:30', 'open'],
    ['2026-11-27T17:00', 'closed'],
    ['2026-11-27T21:00', 'open'],
    ['2026-11-28T01:59', 'open'],
    ['2026-11-28T02:00', 'closed'],
    ['2026-11-28T10:00', 'closed'],
    ['2026-11-29T01:00', 'open'],
    ['2026-11-29T21:30', 'closed'],
  ])('at %s in Greenwich are in Berlin: %s', (utc, expected) => {
    expect(at(utc, shop)).toMatchObject({
      go: expected,
      set: { opening_hours_open: expected === 'open' ? 'yes' : 'no' },
    });
  });

  it('hold around the clock where they end when they begin', () => {
    const always = { hours: [{ id: 'a', days: [...WEEKDAYS], from: '00:00', to: '00:00' }] };
    for (const utc of ['2026-03-29T01:30', '2026-10-25T01:30', '2026-12-31T23:00'])
      expect(at(utc, always)).toMatchObject({ go: 'open' });
  });

  it('know the time zone that the author chose', () => {
    const tokyo = { ...shop, timeZone: 'Asia/Tokyo' };
    expect(at('2026-11-27T00:00', tokyo)).toMatchObject({ go: 'open' });
    expect(at('2026-11-26T23:59', tokyo)).toMatchObject({ go: 'closed' });
  });

  it('give way to other hours on a day, and to none where it is closed', () => {
    const exceptions = [
      { id: 'x', day: '12-24', is: 'open', from: '10:00', to: '13:00' },
      { id: 'y', day: '2026-12-25', is: 'closed' },
      { id: 'z', day: '2026-12-27', is: 'open', from: '10:00', to: '12:00' },
    ];
    const open = (utc: string) => at(utc, { ...shop, exceptions });
    expect(open('2026-12-24T08:30')).toMatchObject({ go: 'closed' });
    expect(open('2026-12-24T09:00')).toMatchObject({ go: 'open' });
    expect(open('2026-12-25T09:00')).toMatchObject({ go: 'closed' });
    // A Friday: what would begin in the evening does not.
    expect(open('2026-12-25T22:00')).toMatchObject({ go: 'closed' });
    expect(open('2026-12-27T10:30')).toMatchObject({ go: 'open' });
    expect(open('2027-12-24T09:30')).toMatchObject({ go: 'open' });
    expect(open('2027-12-27T10:30')).toMatchObject({ go: 'open' });
    // The night before belongs to the day on which it began.
    const night = { ...shop, exceptions: [{ id: 'x', day: '2026-11-28', is: 'closed' }] };
    expect(at('2026-11-28T01:00', night)).toMatchObject({ go: 'open' });
    expect(at('2026-11-28T22:00', night)).toMatchObject({ go: 'closed' });
  });

  it.each([
    ['en', 'Monday 9:00 AM'],
    ['de', 'Montag, 09:00'],
    ['fr', 'lundi 09:00'],
    ['not a language', 'Monday 9:00 AM'],
  ])('say in the language of the chat (%s) when it opens next', (language, expected) => {
    const { set } = at('2026-11-29T12:00', shop, { language });
    expect(set?.opening_hours_next?.replaceAll(/\s/g, ' ')).toBe(expected);
  });

  it('say the date of an opening that is far off, and nothing while it is open', () => {
    const yearly = {
      hours: [{ id: 'a', days: ['mon'], from: '09:00', to: '12:00' }],
      exceptions: Array.from({ length: 4 }, (_, week) => {
        const day = new Date(Date.UTC(2026, 10, 30 + week * 7)).toISOString().slice(0, 10);
        return { id: `x${week}`, day, is: 'closed' };
      }),
    };
    expect(at('2026-11-29T12:00', yearly).set?.opening_hours_next).toContain('December 28');
    expect(at('2026-11-27T08:00', shop).set?.opening_hours_next).toBe('');
  });

  const minute = fc.integer({ min: 0, max: 60 * 24 * 400 });
  const time = fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
    .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
  const anyHours: fc.Arbitrary<Hours> = fc.record({
    weekly: fc.array(
      fc.record({ days: fc.subarray([...WEEKDAYS], { minLength: 1 }), from: time, to: time }),
      { minLength: 1, maxLength: 4 },
    ),
    exceptions: fc.array(
      fc.record({
        day: minute.map((minutes) => dayOf(minutes)),
        span: fc.option(fc.record({ from: time, to: time })),
      }),
      { maxLength: 5 },
    ),
    timeZone: fc.constantFrom('Europe/Berlin', 'America/St_Johns', 'Australia/Lord_Howe', 'UTC'),
  });
  const START_MS = Date.parse('2026-01-01T00:00Z');
  const dayOf = (minutes: number): string =>
    new Date(START_MS + minutes * 60_000).toISOString().slice(0, 10);

  it('are open at the next opening, and closed until then', () => {
    fc.assert(
      fc.property(
        anyHours,
        minute,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (hours, at, part) => {
          const nowMs = START_MS + at * 60_000;
          fc.pre(!isOpenAt(nowMs, hours));
          const nextMs = nextOpening(nowMs, hours);
          if (nextMs === null) return;
          expect(nextMs).toBeGreaterThan(nowMs);
          expect(isOpenAt(nextMs, hours)).toBe(true);
          const between = Math.floor(nowMs + (nextMs - nowMs) * part);
          if (between < nextMs) expect(isOpenAt(between, hours)).toBe(false);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('on every day but those of a changed clock are what its clocks show', () => {
    fc.assert(
      fc.property(anyHours, minute, (hours, at) => {
        const nowMs = START_MS + at * 60_000;
        const { timeZone } = hours;
        const offsets = [-36, -12, 0, 12, 36].map((hour) => {
          const ms = nowMs + hour * 3_600_000;
          return Date.parse(`${localTime(ms, timeZone)}Z`) - ms;
        });
        fc.pre(new Set(offsets).size === 1);
        expect(isOpenAt(nowMs, hours)).toBe(isOpenByClock(localTime(nowMs, timeZone), hours));
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['2026-03-29', 23],
    ['2026-10-25', 25],
    ['2026-07-15', 24],
  ])('of a whole day last on %s for %i hours', (day, length) => {
    const hours: Hours = {
      weekly: [],
      exceptions: [{ day, span: { from: '00:00', to: '00:00' } }],
      timeZone: 'Europe/Berlin',
    };
    const begins = Date.parse(`${day}T00:00Z`) - 5 * 3_600_000;
    const quarters = Array.from({ length: 160 }, (_, quarter) =>
      isOpenAt(begins + quarter * 900_000, hours),
    );
    expect(quarters.filter(Boolean)).toHaveLength(length * 4);
  });

  it.each([
    { hours: [] },
    { hours: [{ id: 'a', days: [], from: '09:00', to: '18:00' }] },
    { hours: [{ id: 'a', days: ['mon'], from: '9', to: '18:00' }] },
    { hours: [{ id: 'a', days: ['mon'], from: '09:00', to: '24:30' }] },
    { ...shop, exceptions: [{ id: 'x', day: '2026-02-30', is: 'closed' }] },
    { ...shop, exceptions: [{ id: 'x', day: '2026-12-24', is: 'open', from: '', to: '12:00' }] },
    { ...shop, timeZone: 'Mars/Olympus' },
  ])('do not accept %o', (settings) => {
    expect(() => at('2026-07-15T12:00', settings)).toThrow();
  });
});

/** The same told by comparing texts, as somebody would who stands before the door with a watch. */
function isOpenByClock(local: string, { weekly, exceptions }: Hours): boolean {
  const [today = '', now = ''] = local.split('T');
  const spans = (day: string) => {
    const special = exceptions.filter((each) => each.day === day || each.day === day.slice(5));
    if (special.length > 0) return special.flatMap(({ span }) => span ?? []);
    const name = new Intl.DateTimeFormat('en', { weekday: 'short', timeZone: 'UTC' });
    const weekday = name.format(new Date(day)).toLowerCase();
    return weekly.filter(({ days }) => days.some((each) => each === weekday));
  };
  const yesterday = new Date(Date.parse(today) - 86_400_000).toISOString().slice(0, 10);
  return (
    spans(today).some(({ from, to }) => (to > from ? from <= now && now < to : from <= now)) ||
    spans(yesterday).some(({ from, to }) => to <= from && now < to)
  );
}
