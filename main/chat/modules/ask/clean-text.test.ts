import { expect, it } from 'vitest';
import { cleanLine, cleanLines, countCharacters } from './clean-text';

it('leaves names of all scripts as they are, and emoji', () => {
  for (const name of ['Øystein', 'محمد', '王小明', 'O’Neill-Şahin', '👩‍👩‍👧 family']) {
    expect(cleanLine(name)).toBe(name);
  }
});

it('takes away what would rewrite a line or a table around it', () => {
  expect(cleanLine(' a\u202Eb\n\0c\u2069  d\uD800 ')).toBe('ab c d\uFFFD');
  expect(cleanLines('a\r\nb\u2028c\u0007\u202Ed')).toBe('a\nb\nc d');
});

it('counts an emoji as one character', () => expect(countCharacters('a😀')).toBe(2));
