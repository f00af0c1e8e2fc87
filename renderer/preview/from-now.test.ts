import { describe, expect, it } from 'vitest';
import { fromNow } from './from-now';

const DAY_MS = 86_400_000;

describe('when a row expires', () => {
  it('is told in days, in the words of the language', () => {
    expect(fromNow(60 * DAY_MS - 5, 'en')).toBe('in 60 days');
    expect(fromNow(7 * DAY_MS, 'de')).toBe('in 7 Tagen');
  });

  it('is told in hours or minutes when it is soon', () => {
    expect(fromNow(DAY_MS, 'en')).toBe('in 24 hours');
    expect(fromNow(90_000, 'en')).toBe('in 2 minutes');
    expect(fromNow(-5, 'en')).toBe('in 0 minutes');
  });
});
