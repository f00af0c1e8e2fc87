import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Line } from './chat';
import { runOf, typingDelay } from './typing-delay';

const says = (text: string, delayMs?: number): Line => ({
  key: 0,
  side: 'bot',
  message: { kind: 'text', text, ...(delayMs !== undefined && { delayMs }) },
});
const own: Line = { key: 0, side: 'own', text: 'x', question: null };

it('takes longer for more words, within limits, and less the more lines follow one another', () => {
  fc.assert(
    fc.property(fc.nat(4_000), fc.nat(50), (length, run) => {
      const delay = typingDelay(says('x'.repeat(length)), run);
      expect(delay).toBeGreaterThanOrEqual(180);
      expect(delay).toBeLessThanOrEqual(1_100);
      expect(typingDelay(says('x'.repeat(length + 20)), run)).toBeGreaterThanOrEqual(delay);
      expect(typingDelay(says('x'.repeat(length)), run + 1)).toBeLessThanOrEqual(delay);
    }),
  );
});

it('lets five short lines come within a second and a half', () => {
  const all = [0, 1, 2, 3, 4].map((run) => typingDelay(says('Hello there!'), run));
  expect(all.reduce((sum, each) => sum + each)).toBeLessThan(1_500);
});

it('waits as long as an author has set, and not for what participants say', () => {
  expect(typingDelay(says('x', 4_000), 3)).toBe(4_000);
  expect(typingDelay(own, 0)).toBe(0);
});

it('counts a run from the last answer', () => {
  expect(runOf([])).toBe(0);
  expect(runOf([says('a'), own])).toBe(0);
  expect(runOf([says('a'), own, says('b'), says('c')])).toBe(2);
});
