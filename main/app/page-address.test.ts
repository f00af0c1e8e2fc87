import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileOf, isOwnPage, START_PAGE } from './page-address';

const FOLDER = join(import.meta.dirname, 'renderer');

describe('the address of a page', () => {
  it('leads to its file', () => {
    expect(fileOf(FOLDER, START_PAGE)).toBe(join(FOLDER, 'index.html'));
    expect(fileOf(FOLDER, 'app://chatvault/assets/a%20b.js?v=1#x')).toBe(
      join(FOLDER, 'assets/a b.js'),
    );
    expect(fileOf(FOLDER, 'app://chatvault/assets/../index.html')).toBe(join(FOLDER, 'index.html'));
  });

  it.each([
    'app://chatvault/..%2f..%2fetc/passwd',
    'app://chatvault/%2e%2e%2f%2e%2e%2fetc/passwd',
    'app://chatvault/assets/..%2f..%2fsecret',
    'app://chatvault/..%2frenderer-old/index.html',
    'app://chatvault/..%2frenderer',
    'app://chatvault/index.html%00.png',
    'app://chatvault/%',
    'app://chatvault/%ff%fe',
    'app://chatvault',
    'app://evil/index.html',
    'app://chatvault.evil/index.html',
    'app://chatvault@evil/index.html',
    'app://chatvault:80/index.html',
    'https://chatvault/index.html',
    'file:///etc/passwd',
    'APP://CHATVAULT/index.html',
    '',
    'index.html',
  ])('%s leads nowhere', (address) => {
    expect(fileOf(FOLDER, address)).toBeNull();
  });

  it('never leads out of the folder, whatever it is made of', () => {
    const parts = [
      '..',
      '%2e%2e',
      '.',
      '/',
      '%2f',
      '\\',
      '%5c',
      '%00',
      'a',
      'renderer',
      '?',
      '#',
      '%252f',
    ];
    const address = fc
      .array(fc.oneof(fc.constantFrom(...parts), fc.string({ unit: 'binary', maxLength: 3 })))
      .map((pieces) => `app://chatvault/${pieces.join('')}`);
    fc.assert(
      fc.property(address, (each) => {
        const file = fileOf(FOLDER, each);
        expect(file === null || file.startsWith(`${FOLDER}/`)).toBe(true);
        expect(file ?? '').not.toMatch(/\0|\/\.\.(\/|$)/);
      }),
      { numRuns: 1_000 },
    );
  });
});

it('is our own only with our scheme and host', () => {
  expect(isOwnPage(START_PAGE)).toBe(true);
  for (const url of [
    'app://chatvault',
    'app://other/',
    'https://example.com/',
    'about:blank',
    'data:,x',
    '',
  ]) {
    expect(isOwnPage(url)).toBe(false);
  }
});
