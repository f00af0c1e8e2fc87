import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAddressList } from './address-list';
import { emailKey } from './email-key';

const read = (text: string): (string | null)[] => readAddressList(text).map(({ email }) => email);

describe('a pasted list', () => {
  it('of a public report is understood as a whole', () => {
    const file = join(import.meta.dirname, '../../../tests/fixtures/cases/draw-exclusions.txt');
    const text = readFileSync(file, 'utf8').replace(/ +\(stored as .*\)/, '');
    expect(read(text)).toEqual(['ann@example.com', 'BOB@example.com', 'anna@müller.example']);
  });

  it.each([
    ['a@x.de b@x.de\nc@x.de', ['a@x.de', 'b@x.de', 'c@x.de']],
    ['a@x.de,b@x.de; c@x.de\tb@y.de', ['a@x.de', 'b@x.de', 'c@x.de', 'b@y.de']],
    ['"Lee, Ann" <a@x.de>, Bob <b@x.de>', ['a@x.de', 'b@x.de']],
    ['Lee, Ann <a@x.de>; Ray, Bob <b@x.de>', ['a@x.de', 'b@x.de']],
    ['Ann Lee\ta@x.de\nBob\tb@x.de\tBerlin', ['a@x.de', 'b@x.de']],
    ['Ann<a@x.de>Bob<b@x.de>', ['a@x.de', 'b@x.de']],
    ['Ann Lee a@x.de', ['a@x.de']],
    ['mailto:a@x.de?subject=Hello,%20you', ['a@x.de']],
    ['mailto:a@x.de,b%2B1@x.de?subject=x; c@x.de', ['a@x.de', 'b+1@x.de', 'c@x.de']],
    ["'a@x.de'; “b@x.de”, (c@x.de)", ['a@x.de', 'b@x.de', 'c@x.de']],
    ['"a@x.de, b@x.de"', ['a@x.de', 'b@x.de']],
    ['Staff: a@x.de, b@x.de;', ['a@x.de', 'b@x.de']],
    ['"ann@home" <a@x.de>', ['a@x.de']],
    ['old@x.de <new@x.de>', ['old@x.de', 'new@x.de']],
    ["Pat O'Neill <o'neill@x.de>", ["o'neill@x.de"]],
    ['a@xn--mller-kva.example', ['a@müller.example']],
    ['a@x.de、b@x.de；c@x.de', ['a@x.de', 'b@x.de', 'c@x.de']],
    [' ;,\n\t\u200B, ', []],
  ])('%j has %j', (text, emails) => expect(read(text)).toEqual(emails));

  it.each([
    ['Ann Lee; b@x.de', 'Ann Lee'],
    ['E-Mail\nb@x.de', 'E-Mail'],
    ['b@x.de, Ann Lee', 'Ann Lee'],
    ['ann @ x.de; b@x.de', 'ann @ x.de'],
    ['Ann <ann(at)x.de>, b@x.de', 'Ann <ann(at)x.de>'],
    ['a@x..de b@x.de', 'a@x..de'],
  ])('%j shows that %j is not understood', (text, piece) => {
    const entries = readAddressList(text);
    expect(entries).toContainEqual({ text: piece, email: null });
    expect(entries).toContainEqual({ text: 'b@x.de', email: 'b@x.de' });
    expect(entries).toHaveLength(2);
  });

  it('shows a name before its address as it was pasted', () => {
    const pasted = 'Lee, Ann <a@x.de>; Ray,Bob <b@x.de>';
    expect(readAddressList(pasted).map(({ text }) => text)).toEqual(pasted.split('; '));
  });

  it('is not drawn into one piece by a quote that never closes', () => {
    expect(read('"Ann <a@x.de>\nBob" <b@x.de>')).toEqual(['a@x.de', 'b@x.de']);
  });

  const address = fc
    .tuple(
      fc.stringMatching(/^[a-z0-9!#$%&*+/=?^_{|}~-]{1,12}(\.[a-zöд0-9_+-]{1,8})?$/),
      fc.constantFrom('example.com', 'müller.example', 'xn--mller-kva.example', 'пример.рф'),
    )
    .map(([local, domain]) => `${local}@${domain}`);
  const name = fc.constantFrom('Ann', 'Ann Lee', "O'Neill", 'Jörg', '王');
  const quotedName = fc.constantFrom('"Lee, Ann"', '"Bob; Inc."', '"a \\" b"', '"x@y"');
  const written = fc.oneof(
    address,
    address.map((each) => `<${each}>`),
    address.map((each) => `mailto:${encodeURIComponent(each).replace('%40', '@')}?subject=a%20b`),
    fc.tuple(name, address).map(([who, each]) => `${who} <${each}>`),
    fc.tuple(quotedName, address).map(([who, each]) => `${who} <${each}>`),
    address.map((each) => `\u202A${each}\u202C`),
  );
  const separator = fc.constantFrom(',', ', ', ';', '; ', '\n', '\r\n', '\n\n', ',\n');

  it('has every address of it, in order, however they are written and parted', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(address, fc.nat(5), separator), { minLength: 1, maxLength: 8 }),
        (list) => {
          const decorate = [
            (each: string) => each,
            (each: string) => `<${each}>`,
            (each: string) => `Ann Lee <${each}>`,
            (each: string) => `"Lee, Ann" <${each}>`,
            (each: string) => `"Bob; <Inc.>" <${each}>`,
            (each: string) => `\u202A${each}\u202C`,
          ];
          const text = list.map(([each, how, after]) => decorate[how]?.(each) + after).join('');
          const keys = readAddressList(text).map(({ email }) => email && emailKey(email));
          expect(keys).toEqual(list.map(([each]) => emailKey(each)));
        },
      ),
    );
  });

  it('leaves nothing out of any text', () => {
    const seen = (text: string) => text.replaceAll(/[\s,;，、،；؛\p{DI}]|mailto:|\?.*/gu, '');
    fc.assert(
      fc.property(fc.array(fc.oneof(written, fc.string(), separator)), (parts) => {
        const text = parts
          .join(' ')
          .replaceAll(/mailto:/gi, '')
          .replaceAll('?', '');
        const shown = readAddressList(text).map((entry) => entry.text);
        expect(seen(shown.join('')).replaceAll('"', '')).toBe(seen(text).replaceAll('"', ''));
      }),
    );
  });

  it('is read again, piece by piece, as it was the first time', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(written, fc.string(), separator)), (parts) => {
        for (const { text, email } of readAddressList(parts.join(' '))) {
          if (email !== null) expect(read(text)).toContain(email);
        }
      }),
    );
  });

  it.each([
    ['addresses in one line', 'ann.lee@example.com '],
    ['names', '"Lee, Ann" <ann@example.com>; '],
    ['opening brackets', '('],
    ['marks', '!'],
    ['words', 'word '],
    ['quotes', '" '],
  ])('of 300,000 characters, all %s, does not hold anybody up', (_, part) => {
    const begin = performance.now();
    readAddressList(`${part.repeat(300_000 / part.length)}a`);
    expect(performance.now() - begin).toBeLessThan(10_000);
  });
});
