import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ref } from '../../../tests/support/graphs';
import { NOW_MS } from '../../../tests/support/now';
import { httpsUrl } from '../modules/fields';
import { faultsIn, interpolate, interpolatePrompt, referencesIn } from './interpolate';
import type { Variables } from './step';

const scope = (variables: Variables) => ({ variables, nowMs: NOW_MS, timeZone: 'Europe/Berlin' });
const filled = (text: string, variables: Variables): string => interpolate(text, scope(variables));

describe('a text with variables', () => {
  it('shows their values, and nothing for one that is not set', () => {
    expect(filled(`Hi ${ref('name')}, ${ref('gone')}!`, { name: 'Ann' })).toBe('Hi Ann, !');
  });

  it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])(
    'knows no variable %s that nobody set',
    (name) => {
      expect(filled(`<${ref(name)}>`, {})).toBe('<>');
      expect(filled(`<${ref(name)}>`, Object.fromEntries([[name, 'set']]))).toBe('<set>');
    },
  );

  it('shows a value as it is: neither references in it nor patterns of replacing come alive', () => {
    const value = `${ref('b')} $& $1 $$ $\``;
    expect(filled(ref('a'), { a: value, b: 'secret' })).toBe(value);
  });

  it('leaves alone what is no reference', () => {
    for (const text of ['$email', '$ {email}', '{email}', `${'${'}email`]) {
      expect(filled(text, { email: 'x' })).toBe(text);
      expect(referencesIn(text)).toEqual([]);
      expect(faultsIn(text)).toEqual([]);
    }
  });

  it('works expressions out', () => {
    const text = `${ref('upper(name)')}: ${ref('points * 2')} ${ref('name + "}"')}`;
    expect(filled(text, { name: 'Ann', points: '7' })).toBe('ANN: 14 Ann}');
    expect(referencesIn(text)).toEqual(['name', 'points', 'name']);
  });

  it('says nothing where an expression fails, and says so to the author if it could be known', () => {
    expect(filled(`<${ref('points * 2')}>`, { points: 'many' })).toBe('<>');
    expect(faultsIn(ref('points * 2'))).toEqual([]);
    for (const [source, fault] of [
      ['', 'syntax'],
      ['a b', 'syntax'],
      ['ä', 'syntax'],
      ['shout(name)', 'unknown_function'],
      ['name.size()', 'not_allowed'],
    ] as const) {
      expect(filled(`<${ref(source)}>`, { name: 'x' })).toBe('<>');
      expect(faultsIn(ref(source))).toMatchObject([{ source, error: { fault } }]);
    }
  });

  it('takes no longer than its length allows, however it is written', () => {
    const hostile = [ref('"').repeat(2_000), '${'.repeat(3_000), `${'${"'.repeat(1_500)}}`];
    for (const text of hostile) expect(filled(text, {}).length).toBeLessThan(10_000);
  });
});

describe('a link', () => {
  it.each([
    ['https://b\u0430nk.example/', 'https://xn--bnk-6cd.example/'],
    ['https://example.com/\u202Egpj.exe', 'https://example.com/%E2%80%AEgpj.exe'],
    ['https://EXAMPLE.com:443/a/../b', 'https://example.com/b'],
    ['https://example.com\\@bank.example', 'https://example.com/@bank.example'],
  ])('to %j is shown and opened as the browser reads it', (url, read) => {
    const prompt = interpolatePrompt({ kind: 'link', label: '', url }, scope({}));
    expect(prompt).toMatchObject({ url: read });
  });
});

describe('a link with variables', () => {
  const opened = (url: string, value: string): URL => {
    const prompt = interpolatePrompt({ kind: 'link', label: '', url }, scope({ email: value }));
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
      ref('lower(email)'),
      ref('"/" + email'),
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
