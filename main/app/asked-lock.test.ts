import type { Input } from 'electron';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { AskedLock, isLockKey } from './asked-lock';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function stage(isUnlocked = true) {
  const done: string[] = [];
  const lock = new AskedLock({
    isUnlocked: () => isUnlocked,
    askPage: () => void done.push('asked'),
    lock: () => void done.push('locked'),
  });
  return { lock, done };
}

it('locks by itself where the page does not, and asks the page once', () => {
  const { lock, done } = stage();
  lock.ask();
  lock.ask();
  vi.advanceTimersByTime(1_999);
  expect(done).toEqual(['asked']);
  vi.advanceTimersByTime(1);
  expect(done).toEqual(['asked', 'locked']);
  lock.ask();
  expect(done).toEqual(['asked', 'locked', 'asked']);
});

it('does not lock what the page has locked, and the user unlocked again', () => {
  const { lock, done } = stage();
  lock.ask();
  lock.end();
  vi.advanceTimersByTime(10_000);
  expect(done).toEqual(['asked']);
});

it('asks nobody while it is locked: who unlocks then is not locked out', () => {
  const { lock, done } = stage(false);
  lock.ask();
  vi.advanceTimersByTime(10_000);
  expect(done).toEqual([]);
});

it.each([
  [{ key: 'l', code: 'KeyL', control: true }, true],
  [{ key: 'L', code: 'KeyL', meta: true }, true],
  [{ key: 'д', code: 'KeyL', control: true }, true],
  // Dvorak.
  [{ key: 'n', code: 'KeyL', control: true }, false],
  [{ key: 'l', code: 'KeyL' }, false],
  [{ key: 'l', code: 'KeyL', control: true, alt: true }, false],
  [{ key: 'l', code: 'KeyL', control: true, type: 'keyUp' }, false],
])('knows the key: %o', (pressed, isKey) => {
  const input = { type: 'keyDown', control: false, meta: false, alt: false, shift: false };
  expect(isLockKey({ ...input, ...pressed } as Input)).toBe(isKey);
});
