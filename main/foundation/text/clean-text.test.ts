import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainDigits } from '../../../preload/contract';
import { cleanLine, cleanLines, countCharacters, plainLine } from './clean-text';

it('leaves names of all scripts as they are, and emoji', () => {
  const family = '\u{1F469}\u200D\u{1F467} family';
  const persian = 'علی\u200Cرضا';
  for (const name of ['Øystein', 'محمد', '王小明', 'O’Neill-Şahin', family, persian, '❤️']) {
    expect(cleanLine(name)).toBe(name);
  }
});

it('takes away what would rewrite a line or a table around it', () => {
  expect(cleanLine(' a\u202Eb\n\0c\u2069  d\uD800 ')).toBe('ab c d\uFFFD');
  expect(cleanLines('a\r\nb\u2028c\u0007\u202Ed')).toBe('a\nb\nc d');
});

it.each(['\u200B', '\u200E', '\u200F', '\u061C', '\u2060', '\uFEFF', '\u00AD', '\u180E'])(
  'takes away %j, which nobody sees',
  (invisible) => expect(cleanLine(`An${invisible}n`)).toBe('Ann'),
);

it.each(['\u00A0', '\u2003', '\u202F', '\u3000', '\t'])('takes %j for a blank', (blank) =>
  expect(cleanLine(`Ann${blank}${blank}Lee`)).toBe('Ann Lee'),
);

it.each(['\u3164', '\u115F\u1160', '\uFFA0', '\u2800', '\u200B \u2800', '\u200D', '\uFE0F'])(
  'takes %j, which looks empty, for nothing',
  (text) => {
    expect(cleanLine(text)).toBe('');
    expect(cleanLines(text)).toBe('');
  },
);

describe('a plain line', () => {
  it('has the digits of every script as 0 to 9', () => {
    expect(plainLine('１２')).toBe('12');
    expect(plainLine('٠١٢٣٤٥٦٧٨٩')).toBe('0123456789');
    expect(plainLine('۴۵६७๘')).toBe('45678');
    expect(plainLine('\u{1D7D9}\u{1E950}\u{1E959}')).toBe('109');
  });

  it('knows each digit of Unicode, also where scripts follow each other', () => {
    for (let code = 0x30; code < 0x1fc00; code++) {
      const digit = String.fromCodePoint(code);
      if (!/\p{Nd}/u.test(digit)) continue;
      expect(plainDigits(digit), code.toString(16)).toMatch(/^[0-9]$/);
    }
    const mathematical = Array.from({ length: 50 }, (_, at) => String.fromCodePoint(0x1d7ce + at));
    expect(plainDigits(mathematical.join(''))).toBe('0123456789'.repeat(5));
  });

  it('has full-width signs as they are typed elsewhere, and no joiners', () => {
    expect(plainLine('ＡＢ－１\u200D')).toBe('AB-1');
  });
});

it('composes a letter and its accent, with something invisible between them', () => {
  for (const clean of [cleanLine, cleanLines, plainLine]) expect(clean('e\u200B\u0301')).toBe('é');
});

/** Letters, accents, and what is taken away: side by side far more often than by chance. */
const tricky = fc.string({
  unit: fc.constantFrom(
    'e',
    '\u0301',
    '\u200B',
    '\u200D',
    '\u3164',
    '\uFFA0',
    '１',
    ' ',
    '\n',
    '\u2800',
  ),
});

it.each([cleanLine, cleanLines, plainLine])('%o changes nothing a second time', (clean) => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), tricky), (text) => {
      const once = clean(text);
      expect(clean(once)).toBe(once);
    }),
  );
});

it('counts an emoji as one character', () => expect(countCharacters('a😀')).toBe(2));
