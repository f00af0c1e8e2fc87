import { describe, expect, it } from 'vitest';
import { DAY_MS, NOW_MS } from '../../../tests/support/now';
import { insertRows, openTestStore, participation } from '../../../tests/support/store';
import { DataRows } from '../../foundation/store/data-rows';
import { readSetting } from '../../foundation/store/settings';
import { Clock, readClockMemory } from './clock';
import { decide } from './policy';

const HOUR_MS = 3_600_000;

/** A clock whose computer shows `systemMs`, with a timer that nobody can set. */
function computer(lastSeenMs: number, systemMs = NOW_MS) {
  const state = { systemMs, elapsedMs: 0 };
  const clock = new Clock(
    { lastSeenMs, jumpDays: 30 },
    { systemNowMs: () => state.systemMs, elapsedMs: () => state.elapsedMs },
  );
  const pass = (ms: number): void => {
    state.systemMs += ms;
    state.elapsedMs += ms;
  };
  return { clock, state, pass };
}

describe('the time', () => {
  it('is the computer’s, and goes on with it', () => {
    const { clock, pass } = computer(NOW_MS - DAY_MS);
    expect(clock.nowMs()).toBe(NOW_MS);
    pass(HOUR_MS);
    expect(clock.nowMs()).toBe(NOW_MS + HOUR_MS);
    expect(clock.jumpDays()).toBeNull();
  });

  it('is taken as it is by a new workspace', () => {
    const { clock } = computer(0);
    expect(clock.nowMs()).toBe(NOW_MS);
    expect(clock.jumpDays()).toBeNull();
  });

  it('is a whole number of milliseconds', () => {
    const { clock, state } = computer(NOW_MS + 5);
    state.elapsedMs = 0.7;
    expect(clock.nowMs()).toBe(NOW_MS + 5);
  });
});

describe('a clock that was set back', () => {
  it('does not go before the latest time seen, and time passes nevertheless', () => {
    const { clock, pass } = computer(NOW_MS, NOW_MS - 365 * DAY_MS);
    expect(clock.nowMs()).toBe(NOW_MS);
    pass(DAY_MS);
    expect(clock.nowMs()).toBe(NOW_MS + DAY_MS);
  });

  it('while the workspace is in use changes nothing', () => {
    const { clock, state, pass } = computer(NOW_MS);
    pass(HOUR_MS);
    clock.nowMs();
    state.systemMs -= 365 * DAY_MS;
    pass(HOUR_MS);
    expect(clock.nowMs()).toBe(NOW_MS + 2 * HOUR_MS);
  });

  it('does not bring an expired row back', async () => {
    const test = await openTestStore();
    insertRows(test, 'participations', [participation({ expires_at: NOW_MS })]);
    const { clock } = computer(NOW_MS, NOW_MS - DAY_MS);
    expect(await new DataRows(test.store).count('participations', clock.nowMs())).toBe(0);
  });
});

describe('a clock that jumps ahead', () => {
  it('is believed up to the set span', () => {
    const { clock, state } = computer(NOW_MS);
    state.systemMs = NOW_MS + 30 * DAY_MS;
    expect(clock.jumpDays()).toBeNull();
    expect(clock.nowMs()).toBe(NOW_MS + 30 * DAY_MS);
  });

  it('further than that has to be confirmed, but hides what is expired by it', () => {
    const { clock, state } = computer(NOW_MS);
    state.systemMs = NOW_MS + 30 * DAY_MS + 1;
    expect(clock.jumpDays()).toBe(30);
    expect(clock.nowMs()).toBe(NOW_MS + 30 * DAY_MS + 1);
    clock.confirm();
    expect(clock.jumpDays()).toBeNull();
  });

  it('and is set right again leaves nothing behind', async () => {
    const { store } = await openTestStore();
    const { clock, state } = computer(NOW_MS);
    state.systemMs = NOW_MS + 5_000 * DAY_MS;
    await clock.save(store);
    expect(await readSetting(store, 'clock_last_seen')).toBe(NOW_MS);
    state.systemMs = NOW_MS + HOUR_MS;
    expect(clock.nowMs()).toBe(NOW_MS + HOUR_MS);
    expect(clock.jumpDays()).toBeNull();
  });

  it('is remembered until then, with the earliest date that it showed', async () => {
    const { store } = await openTestStore();
    const { clock, state } = computer(NOW_MS);
    for (const days of [60, 90, 45]) {
      state.systemMs = NOW_MS + days * DAY_MS;
      await clock.save(store);
    }
    expect(await readSetting(store, 'clock_jumped_to')).toBe(NOW_MS + 45 * DAY_MS);
  });

  it('is not taken for the time before it, when it jumps while that is remembered', async () => {
    const { store } = await openTestStore();
    const { clock, state } = computer(NOW_MS);
    const saving = clock.save(store);
    state.systemMs = NOW_MS + 60 * DAY_MS;
    await saving;
    expect(await readSetting(store, 'clock_last_seen')).toBe(NOW_MS);
    expect(await readSetting(store, 'clock_jumped_to')).toBeNull();
  });
});

it('continues in the next use where the last one ended', async () => {
  const { store } = await openTestStore();
  const { clock } = computer(NOW_MS - DAY_MS);
  await clock.save(store);
  expect(await readClockMemory(store)).toEqual({ lastSeenMs: NOW_MS, jumpDays: 30 });
});

describe('an expiry is an instant, wherever and whenever the computer is', () => {
  const target = { moduleId: 'm', table: 'participations', declaredDays: 60 } as const;
  const expiryOf = (nowMs: number) => decide([], target, nowMs);

  it.each(['Europe/Berlin', 'America/New_York', 'Pacific/Apia', 'Asia/Kathmandu'])(
    'the same in %s, over days of 23 and 25 hours and a leap day',
    (zone) => {
      const before = process.env.TZ;
      process.env.TZ = zone;
      try {
        for (const date of ['2027-03-13', '2027-03-28', '2027-10-31', '2028-02-28', '2026-12-31']) {
          const nowMs = Date.parse(`${date}T12:00:00Z`);
          const expiresAtMs = nowMs + 60 * 24 * HOUR_MS;
          expect(expiryOf(nowMs)).toEqual({ store: true, expiresAtMs });
        }
        const { clock } = computer(NOW_MS);
        expect(clock.nowMs()).toBe(NOW_MS);
      } finally {
        if (before === undefined) delete process.env.TZ;
        else process.env.TZ = before;
      }
    },
  );

  it('in a year of 366 days as in any other', () => {
    const leapDay = Date.parse('2028-02-29T23:59:59Z');
    expect(expiryOf(leapDay)).toEqual({
      store: true,
      expiresAtMs: Date.parse('2028-04-29T23:59:59Z'),
    });
  });
});
