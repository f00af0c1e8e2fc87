import fc from 'fast-check';
import { expect, it } from 'vitest';
import { codeKey } from './code-key';

it.each([
  ['abcd-1234', 'letter case'],
  [' ABCD-1234\t', 'blanks around'],
  ['AB CD - 12 34', 'blanks within'],
  ['ABCD\u20101234', 'a hyphen'],
  ['ABCD\u20131234', 'an en dash'],
  ['ABCD\u20141234', 'an em dash'],
  ['ABCD\u22121234', 'a minus sign'],
  ['ABCD\uff0d1234', 'a full-width sign'],
  ['\uff21\uff22\uff23\uff24-1234', 'full-width letters'],
  ['ABCD\u00a0-\u200b1234', 'blanks that do not break or have no width'],
  ['\ufeffABCD-1234', 'a byte order mark'],
  ['AB\u00adCD-1\u200d23\u20644', 'what nobody sees'],
  ['\u202aABCD\u3164-1234\u202c', 'marks and fillers'],
  ['ABCD-\u0661\u0662\u0663\u0664', 'digits of another script'],
])('takes %j for ABCD-1234: %s', (typed) => {
  expect(codeKey(typed)).toBe('ABCD-1234');
});

it('keeps apart what looks different', () => {
  expect(new Set(['ABCD-1234', 'ABCD1234', 'ABCD_1234', 'ABCD-1235'].map(codeKey)).size).toBe(4);
});

it('takes capitals for their small letters, also where there is only one of them', () => {
  expect(codeKey('gru\u00df')).toBe(codeKey('GRU\u1e9e'));
  expect(codeKey('gru\u00df')).toBe('GRUSS');
});

it('is its own comparable form, and that of the same text in capitals', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(codeKey(codeKey(text))).toBe(codeKey(text));
      expect(codeKey(` ${text}\u200b`)).toBe(codeKey(text));
    }),
  );
});
