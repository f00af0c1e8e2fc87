import { describe, expect, it } from 'vitest';
import { oneTimePassword } from './one-time-password';

const many = Array.from({ length: 2_000 }, oneTimePassword);
const characters = many.join('').replaceAll('-', '');

describe('a one-time password', () => {
  it('can be read aloud: groups of the same length, without characters that look alike', () => {
    for (const password of many) {
      expect(password).toMatch(
        /^[34679ACDEFGHJKLMNPQRTUVWXY]{7}(-[34679ACDEFGHJKLMNPQRTUVWXY]{7}){3}$/,
      );
    }
  });

  it('carries at least 128 bits', () => {
    const alphabet = new Set(characters).size;
    const length = many[0]?.replaceAll('-', '').length ?? 0;
    expect(length * Math.log2(alphabet)).toBeGreaterThanOrEqual(128);
  });

  it('is read whole by programs that take 32 characters of a password', () => {
    for (const password of many) expect(password.length).toBeLessThanOrEqual(32);
  });

  it('is never the same twice', () => {
    expect(new Set(many).size).toBe(many.length);
  });

  it('has each character as often as any other, as far as chance goes', () => {
    const counts = new Map<string, number>();
    for (const character of characters) counts.set(character, (counts.get(character) ?? 0) + 1);
    const expected = characters.length / counts.size;
    const chiSquare = [...counts.values()].reduce(
      (sum, count) => sum + (count - expected) ** 2 / expected,
      0,
    );
    // 25 degrees of freedom: exceeded by chance less than once in ten million runs.
    expect(chiSquare).toBeLessThan(85);
  });
});
