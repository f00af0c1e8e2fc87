import { describe, expect, it } from 'vitest';
import { i18n } from '../app/i18n';
import { formatBytes, formatSpan } from './format';

const HOUR_MS = 3_600_000;
const inWords = (ms: number) => formatSpan(ms, i18n.getFixedT('en', 'app'));

describe('the time until a row expires', () => {
  it.each([
    [60 * 24 * HOUR_MS - 1, '60 days'],
    [1_095 * 24 * HOUR_MS, '1,095 days'],
    [47 * HOUR_MS, '47 hours'],
    [HOUR_MS, '1 hour'],
    [90_000, '2 minutes'],
    [30_000, '< 1 minute'],
    [-1, '< 1 minute'],
  ])('of %d ms reads %s', (ms, words) => {
    expect(inWords(ms)).toBe(words);
  });
});

it('gives sizes of files in the unit that fits', () => {
  expect([0, 999, 48_213, 254_000_000].map(formatBytes)).toEqual([
    '0 bytes',
    '999 bytes',
    '48.2 kB',
    '254 MB',
  ]);
});
