import { describe, expect, it } from 'vitest';
import { type Limit, limitPeriod, whoTakesPart } from './limit';

const period = (limit: Limit, instant: string, timeZone = 'Europe/Berlin') =>
  limitPeriod(limit, Date.parse(instant), timeZone);

describe('how often an address may take part', () => {
  it('is once for ever, whenever it is', () => {
    expect(period('once', '2026-01-01T00:00:00Z')).toBe(period('once', '2050-01-01T00:00:00Z'));
  });

  it('is unlimited without a period', () => {
    expect(period('unlimited', '2026-01-01T00:00:00Z')).toBeNull();
  });

  it('begins a new day at midnight of the time zone, not of UTC', () => {
    expect(period('daily', '2026-07-14T21:59:59Z')).toBe('2026-07-14');
    expect(period('daily', '2026-07-14T22:00:00Z')).toBe('2026-07-15');
    expect(period('daily', '2026-07-14T22:00:00Z', 'UTC')).toBe('2026-07-14');
    expect(period('daily', '2026-07-14T10:00:00Z', 'Pacific/Kiritimati')).toBe('2026-07-15');
    expect(period('daily', '2026-07-14T10:00:00Z', 'Pacific/Pago_Pago')).toBe('2026-07-13');
    expect(period('daily', '2026-07-14T18:15:00Z', 'Asia/Kathmandu')).toBe('2026-07-15');
  });

  it('has days of 23 and of 25 hours when the clocks change', () => {
    expect(period('daily', '2026-03-28T22:59:59Z')).toBe('2026-03-28');
    expect(period('daily', '2026-03-28T23:00:00Z')).toBe('2026-03-29');
    expect(period('daily', '2026-03-29T21:59:59Z')).toBe('2026-03-29');
    expect(period('daily', '2026-03-29T22:00:00Z')).toBe('2026-03-30');
    expect(period('daily', '2026-10-24T22:00:00Z')).toBe('2026-10-25');
    expect(period('daily', '2026-10-25T22:59:59Z')).toBe('2026-10-25');
    expect(period('daily', '2026-10-25T23:00:00Z')).toBe('2026-10-26');
  });

  it('begins a week on Monday', () => {
    expect(period('weekly', '2026-07-12T21:59:59Z')).toBe('2026-W28');
    expect(period('weekly', '2026-07-12T22:00:00Z')).toBe('2026-W29');
    expect(period('weekly', '2026-07-12T22:00:00Z', 'America/New_York')).toBe('2026-W28');
  });

  it('counts the days around new year to the year of their week (ISO 8601)', () => {
    expect(period('weekly', '2024-12-30T12:00:00Z')).toBe('2025-W1');
    expect(period('weekly', '2025-01-05T12:00:00Z')).toBe('2025-W1');
    expect(period('weekly', '2027-01-01T12:00:00Z')).toBe('2026-W53');
    expect(period('weekly', '2027-01-03T12:00:00Z')).toBe('2026-W53');
    expect(period('weekly', '2027-01-04T12:00:00Z')).toBe('2027-W1');
  });
});

describe('a limit counts', () => {
  const who = (email: string | undefined, oneMailbox = false) =>
    whoTakesPart({
      settings: { oneMailbox },
      variables: email === undefined ? {} : { email },
      sessionId: 's1',
    });

  it('the address in every spelling, by its mailbox where that is set, or the session', () => {
    expect(who('Anna@xn--mller-kva.example')).toBe(who('anna@müller.example'));
    expect(who('ann+2@example.com')).toBe('ann+2@example.com');
    expect(who('ann+2@example.com', true)).toBe('ann@example.com');
    expect(who(undefined, true)).toBe('session s1');
  });

  it.each(['', 'i_dont_know', 'none'])('the session where the address is %j', (email) => {
    expect(who(email)).toBe('session s1');
    expect(who(email, true)).toBe('session s1');
  });
});
