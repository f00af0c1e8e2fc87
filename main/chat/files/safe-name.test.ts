import fc from 'fast-check';
import { expect, it } from 'vitest';
import { safeFileName } from './safe-name';

it.each([
  ['photo.png', 'photo.png'],
  ['Ausweis Müller 😀.pdf', 'Ausweis Müller 😀.pdf'],
  ['שלום.txt', 'שלום.txt'],
  ['../../etc/passwd', 'passwd'],
  ['C:\\Windows\\system32\\evil.png', 'evil.png'],
  ['..\\..\\.hidden', 'hidden'],
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
  ['\uD800.png', 'png'],
])('makes %j to %j', (name, safe) => expect(safeFileName(name)).toBe(safe));

it('keeps the ending of a name that is too long', () => {
  const safe = safeFileName(`${'😀'.repeat(500)}.jpeg`);
  expect([...safe]).toHaveLength(100);
  expect(safe).toMatch(/😀\.jpeg$/u);
});

it('never makes a path, whatever the name', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (name) => {
      const safe = safeFileName(name);
      expect(safe).toMatch(/^[^./\\\p{Cc}\u202A-\u202E\u2066-\u2069][^/\\\p{Cc}\u202A-\u202E]*$/u);
      expect(safeFileName(safe)).toBe(safe);
    }),
  );
});
