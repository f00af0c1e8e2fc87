import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ask } from '../../../../tests/support/questions';
import { webLine } from './read-web-address';

const rules = { http: 'keep', allowsPrivate: false } as const;
const read = (typed: string, changes = {}) => webLine.read(typed, { ...rules, ...changes });

it.each([
  ['example.com', 'https://example.com/'],
  ['www.Example.COM/Path?Query=1#Part', 'https://www.example.com/Path?Query=1#Part'],
  ['http://example.com', 'http://example.com/'],
  ['HTTPS://example.com', 'https://example.com/'],
  ['//example.com/a', 'https://example.com/a'],
  ['<https://example.com>', 'https://example.com/'],
  ['URL: example.com', 'https://example.com/'],
  ['  example.com\u200B ', 'https://example.com/'],
  ['example.com.', 'https://example.com/'],
  ['example.com:443', 'https://example.com/'],
  ['example.com:8080/x', 'https://example.com:8080/x'],
  ['müller.example', 'https://müller.example/'],
  ['xn--mller-kva.example', 'https://müller.example/'],
  ['mu\u0308ller.example', 'https://müller.example/'],
  ['пример.рф', 'https://пример.рф/'],
  ['例え.jp', 'https://例え.jp/'],
  ['example。com', 'https://example.com/'],
  ['ｅｘａｍｐｌｅ．com', 'https://example.com/'],
  // A Cyrillic letter in a Latin name, and a Cyrillic name below a Latin ending.
  ['\u0430pple.com', 'https://xn--pple-43d.com/'],
  ['\u0430\u0440\u0440\u04CF\u0435.com', 'https://xn--80ak6aa92e.com/'],
  ['a_b.example.com', 'https://a_b.example.com/'],
  ['http//example.com', 'http://example.com/'],
  ['https;//example.com', 'https://example.com/'],
  ['http://https://example.com', 'https://example.com/'],
  ['„example.com“', 'https://example.com/'],
  ['(example.com)', 'https://example.com/'],
  ['example.com,', 'https://example.com/'],
  ['example.com:80', 'http://example.com/'],
  ['example.com/../x/./y', 'https://example.com/x/y'],
])('reads %j as %s', (typed, value) => {
  expect(read(typed)).toEqual({ value });
  expect(read(value)).toEqual({ value });
});

it.each([
  ['', 'invalid'],
  ['hello world', 'invalid'],
  ['javascript:alert(1)', 'invalid'],
  ['JavaScript://example.com/%0aalert(1)', 'invalid'],
  ['data:text/html,x', 'invalid'],
  ['file:///etc/passwd', 'invalid'],
  ['ftp://example.com', 'invalid'],
  ['mailto:ann@example.com', 'invalid'],
  ['ann@example.com', 'invalid'],
  ['https://example.com\\@evil.example', 'invalid'],
  ['https://', 'invalid'],
  ['https://exa mple.com', 'invalid'],
  ['https://-a.example', 'invalid'],
  ['https://a“b.example', 'invalid'],
  ['https://exam–ple.example', 'invalid'],
  ['@ann', 'invalid'],
  ['https://a..example', 'invalid'],
  ['https://a%00b.example', 'invalid'],
  ['https://ann:secret@example.com', 'credentials'],
  ['https://ann@example.com', 'credentials'],
  ['hello', 'notPublic'],
  ['localhost', 'notPublic'],
  ['localhost:3000', 'notPublic'],
  ['printer.local', 'notPublic'],
  ['wiki.internal', 'notPublic'],
  ['192.168.1.1', 'notPublic'],
  ['0x7f.1', 'notPublic'],
  ['2130706433', 'notPublic'],
  ['[::1]', 'notPublic'],
  ['8.8.8.8', 'notPublic'],
])('refuses %j as %s', (typed, refused) => expect(read(typed)).toEqual({ refused }));

it('takes addresses of a network of one’s own where the author wants that', () => {
  for (const own of ['localhost:3000', '192.168.1.1', '[::1]', 'printer.local']) {
    expect(read(own, { allowsPrivate: true })).toHaveProperty('value');
  }
});

it('makes https of http where the author wants that', () => {
  expect(read('http://example.com:80/x', { http: 'upgrade' })).toEqual({
    value: 'https://example.com/x',
  });
});

it('keeps nothing but addresses for browsers, which it reads as themselves', () => {
  const typed = fc.oneof(
    fc.webUrl({ withQueryParameters: true, withFragments: true }),
    fc.string({ maxLength: 60 }),
    fc.string({ unit: fc.constantFrom(...'ax:/.@\\?#[]ü漢а%'), maxLength: 30 }),
  );
  fc.assert(
    fc.property(
      typed,
      fc.constantFrom('keep', 'upgrade'),
      fc.boolean(),
      (text, http, allowsPrivate) => {
        const changes = { http, allowsPrivate };
        const reading = read(text, changes);
        if (!('value' in reading)) return;
        const url = new URL(reading.value);
        expect(['http:', 'https:']).toContain(url.protocol);
        expect(url.username + url.password).toBe('');
        expect(read(reading.value, changes)).toEqual(reading);
      },
    ),
    { numRuns: 3_000 },
  );
});

describe('web address', () => {
  it('is kept in its canonical form, and says what is wrong with another', () => {
    const question = ask('web_address', { variable: 'shop' });
    expect(question.type('example.com')).toEqual({
      set: { shop: 'https://example.com/' },
      go: 'next',
    });
    expect(question.type('https://a:b@example.com')).toMatchObject({
      say: [expect.stringContaining('password')],
    });
    expect(question.type(`example.com/${'x'.repeat(3_000)}`)).toHaveProperty('ask');
  });
});
