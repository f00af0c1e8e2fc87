import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseInline, plainText } from './inline-markdown';

describe('light markdown', () => {
  it('knows bold and italic, also inside one another', () => {
    expect(parseInline('a **bold *and italic* text** end')).toEqual([
      'a ',
      { mark: 'strong', children: ['bold ', { mark: 'em', children: ['and italic'] }, ' text'] },
      ' end',
    ]);
    expect(parseInline('__b__ _i_')).toEqual([
      { mark: 'strong', children: ['b'] },
      ' ',
      { mark: 'em', children: ['i'] },
    ]);
  });

  it('shows a link as text with its address', () => {
    expect(parseInline('See [our site](https://example.com/a).')).toEqual([
      'See our site (https://example.com/a).',
    ]);
  });

  it('shows the address as the browser reads it', () => {
    expect(plainText('[Bank](https://b\u0430nk.example/\u202Egpj.exe)')).toBe(
      'Bank (https://xn--bnk-6cd.example/%E2%80%AEgpj.exe)',
    );
  });

  it('leaves alone what only looks like markdown', () => {
    for (const text of ['2 * 3 * 4', 'snake_case_name', '**open', '<b>x</b>', 'a_b@example.com']) {
      expect(parseInline(text)).toEqual([text]);
    }
  });

  it('loses no letter of any text', () => {
    const letters = (text: string) => text.replaceAll(/[^a-z]/g, '');
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ab*_[]() \n'), maxLength: 60 }), (text) => {
        expect(letters(plainText(text))).toBe(letters(text));
      }),
    );
  });
});
