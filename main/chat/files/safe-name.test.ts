import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { MAX_NAME_BYTES, safeFileName } from './safe-name';

/** As somebody uploaded it. */
const CASE = join(import.meta.dirname, '../../../tests/fixtures/cases/upload-name.txt');

it.each([
  ['photo.png', 'photo.png'],
  ['Ausweis Müller 😀.pdf', 'Ausweis Müller 😀.pdf'],
  ['שלום.txt', 'שלום.txt'],
  ['../../etc/passwd', 'passwd'],
  ['C:\\Windows\\system32\\evil.png', 'evil.png'],
  ['..\\..\\.hidden', 'file.hidden'],
  ['photo\u202Egnp.exe', 'photognp.exe'],
  ['a\0b\n.png', 'ab.png'],
  ['a<b>:"|?*.png', 'a_b______.png'],
  ['con', '_con'],
  ['NUL.txt', '_NUL.txt'],
  ['com1.png', '_com1.png'],
  ['name. . ', 'name'],
  ['', 'file'],
  ['///', 'file'],
  ['...', 'file'],
  ['\uD800.png', 'file.png'],
  ['.png', 'file.png'],
  ['\u200F\u200D.png', 'file.png'],
  ['\u3164.png', 'file.png'],
  ['CON .txt', '_CON.txt'],
  ['conin$', '_conin$'],
  ['con.tar.gz', '_con.tar.gz'],
  ['e\u0301te\u0301.jpg', '\u00E9t\u00E9.jpg'],
  ['photo .jpg', 'photo.jpg'],
  [
    'family \u{1F468}\u200D\u{1F469}\u200D\u{1F467}.jpg',
    'family \u{1F468}\u200D\u{1F469}\u200D\u{1F467}.jpg',
  ],
])('makes %j to %j', (name, safe) => expect(safeFileName(name)).toBe(safe));

const bytesOf = (text: string): number => Buffer.byteLength(text);
const graphemesOf = (text: string): string[] =>
  [...new Intl.Segmenter('und').segment(text)].map(({ segment }) => segment);

it('shortens a name of 364 bytes to what a file system takes, and keeps its ending', () => {
  const name = readFileSync(CASE, 'utf8').trim();
  expect(bytesOf(name)).toBe(364);
  const safe = safeFileName(name);
  expect(safe).toMatch(/^(写真)+写?\.jpg$/u);
  expect(bytesOf(safe)).toBeLessThanOrEqual(MAX_NAME_BYTES);
  expect(bytesOf(safe)).toBeGreaterThan(MAX_NAME_BYTES - 3);
});

it('cuts no character in two that people see as one', () => {
  const family = '\u{1F468}\u200D\u{1F469}\u200D\u{1F467}';
  expect(safeFileName(`${family.repeat(50)}.jpeg`)).toBe(`${family.repeat(10)}.jpeg`);
  // One letter with more marks than a name has room for.
  expect(safeFileName(`a${'\u0316'.repeat(500)}.jpg`)).toBe('file.jpg');
});

const anyName = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.string({ unit: 'grapheme', maxLength: 400 }),
  fc
    .array(
      fc.constantFrom(
        '写',
        'é',
        'e\u0301',
        '😀',
        '\u202E',
        '\u200D',
        '.',
        ' ',
        '/',
        '\\',
        'con',
        ':',
        '\0',
        '\uD800',
      ),
      { maxLength: 120 },
    )
    .map((parts) => parts.join('')),
);
const ending = fc.constantFrom('', '.jpg', '.JPEG', '.heic', '.写真', '.tar.gz');

it('never makes a path or a name that a system refuses, and the same of what it made', () => {
  fc.assert(
    fc.property(anyName, ending, (name, ending) => {
      const safe = safeFileName(name + ending);
      expect(safe).toMatch(/^[^./\\ ][^/\\]*$/u);
      expect(safe).not.toMatch(
        /[\p{Cc}\p{Cs}\uFFFD\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069<>:"|?*]/u,
      );
      expect(safe).not.toMatch(/[. ]$/);
      expect(safe).not.toMatch(/^(con|nul|prn|aux|com\d|lpt\d) *(\.|$)/i);
      expect(safe).toBe(safe.normalize('NFC'));
      expect(bytesOf(safe)).toBeLessThanOrEqual(MAX_NAME_BYTES);
      expect(safe.endsWith(ending.slice(ending.lastIndexOf('.') + 1))).toBe(true);
      expect(safeFileName(safe)).toBe(safe);
    }),
    { numRuns: 2_000 },
  );
});

it('keeps whole characters of a long name, from its beginning', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('写', '😀', 'é', '🇩🇪', '👨‍👩‍👧'), {
        minLength: 100,
        maxLength: 200,
      }),
      (parts) => {
        const safe = safeFileName(`${parts.join('')}.png`);
        const stem = safe.slice(0, -'.png'.length);
        expect(graphemesOf(parts.join('')).slice(0, graphemesOf(stem).length)).toEqual(
          graphemesOf(stem),
        );
      },
    ),
  );
});
