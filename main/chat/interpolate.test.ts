import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ref } from '../../tests/support/graphs';
import { httpsUrl } from '../modules/fields';
import { interpolate, interpolatePrompt, referencesIn } from './interpolate';

describe('a text with variables', () => {
  it('shows their values, and nothing for one that is not set', () => {
    expect(interpolate(`Hi ${ref('name')}, ${ref('gone')}!`, { name: 'Ann' })).toBe('Hi Ann, !');
  });

  it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])(
    'knows no variable %s that nobody set',
    (name) => {
      expect(interpolate(`<${ref(name)}>`, {})).toBe('<>');
      expect(interpolate(`<${ref(name)}>`, Object.fromEntries([[name, 'set']]))).toBe('<set>');
    },
  );

  it('shows a value as it is: neither references in it nor patterns of replacing come alive', () => {
    const value = `${ref('b')} $& $1 $$ $\``;
    expect(interpolate(ref('a'), { a: value, b: 'secret' })).toBe(value);
  });

  it('leaves alone what is no reference', () => {
    for (const text of [ref(''), ref('1a'), '$email', ref('a b'), ref('ä'), '$ {email}']) {
      expect(interpolate(text, { email: 'x' })).toBe(text);
      expect(referencesIn(text)).toEqual([]);
    }
  });
});

describe('a link with variables', () => {
  const opened = (url: string, value: string): URL => {
    const prompt = interpolatePrompt({ kind: 'link', label: '', url }, { email: value });
    if (prompt.kind !== 'link') throw new Error('A link stays a link.');
    return new URL(prompt.url);
  };

  it('carries a value without letting it add parameters', () => {
    const url = opened(`https://example.com/?email=${ref('email')}&b=1`, 'a&b=2#x');
    expect(url.searchParams.get('email')).toBe('a&b=2#x');
    expect(url.searchParams.getAll('b')).toEqual(['1']);
  });

  it('leads to the same site whatever the value is, for every address that is accepted', () => {
    const parts = [
      'example.com',
      ref('email'),
      '/',
      '\\',
      '?',
      '#',
      ':',
      '@',
      '.',
      '8443',
      ' ',
      '%',
    ];
    const address = fc
      .array(fc.constantFrom(...parts), { minLength: 1, maxLength: 6 })
      .map((pieces) => `https://${pieces.join('')}`)
      .filter((text) => text.includes('$') && httpsUrl.safeParse(text).success);
    const value = fc.oneof(
      fc.string({ unit: 'binary' }).filter((text) => text.isWellFormed()),
      fc.constantFrom('.evil.example', '@evil.example', 'evil.example/', '..', '\\evil', ':1'),
    );
    fc.assert(
      fc.property(address, value, (url, hostile) => {
        expect(opened(url, hostile).origin).toBe(opened(url, 'harmless').origin);
        expect(opened(url, hostile).username).toBe('');
      }),
    );
  });

  it('survives a value with half a character in it', () => {
    expect(() => opened(`https://example.com/${ref('email')}`, '\uD800')).not.toThrow();
  });
});
