import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emailKey } from './email-key';
import { readEmail } from './read-email';

const refused = readFileSync(
  join(import.meta.dirname, '../../../tests/fixtures/cases/emails-refused.txt'),
  'utf8',
);

describe('an address', () => {
  it.each(refused.trim().split('\n'))('of a public report, %j, is one', (typed) =>
    expect(readEmail(typed)).not.toBeNull(),
  );

  it.each([
    'a&b@example.com',
    'user=tag@example.com',
    "o'neill@example.com",
    '{ann}|lee@example.com',
    'a!#$%&*+/=?^_`{|}~-b@example.com',
    'jörg@example.com',
    'ivan@пример.рф',
    'иван@пример.рф',
    '用户@例子.广告',
    'संपर्क@डाटामेल.भारत',
    'χρήστης@παράδειγμα.ελ',
    'anna@müller.example',
    'Ann.Lee+raffle@Example.COM',
    'ann@ab--cd.com',
    'ann@1und1.de',
    'ann@a.b.c.example.museum',
    `${'a'.repeat(64)}@example.com`,
    `ann@${'a'.repeat(63)}.com`,
    '1@2.de',
  ])('%s is kept as it was typed', (typed) => expect(readEmail(typed)).toBe(typed));

  it.each([
    ['\t Ann.Lee@example.com \n', 'Ann.Lee@example.com'],
    ['\u202Aann@example.com\u202C', 'ann@example.com'],
    ['an\u200Bn@exam\u00ADple.com', 'ann@example.com'],
    ['anna@xn--mller-kva.example', 'anna@müller.example'],
    ['Anna@XN--MLLER-KVA.example', 'Anna@müller.example'],
    ['ivan@xn--e1afmkfd.xn--p1ai', 'ivan@пример.рф'],
    ['ａｎｎ＠ｅｘａｍｐｌｅ．ｃｏｍ', 'ann@example.com'],
    ['ann@example。com', 'ann@example.com'],
    ['mailto:ann@example.com?subject=Hello', 'ann@example.com'],
    ['MAILTO:ann%2B2@example.com', 'ann+2@example.com'],
    ['<ann@example.com>', 'ann@example.com'],
    ['Ann Lee <ann@example.com>', 'ann@example.com'],
    ['"Lee, Ann" <ann@example.com>,', 'ann@example.com'],
    ['"ann@example.com";', 'ann@example.com'],
    ['„ann@example.com“.', 'ann@example.com'],
    ['(ann@example.com)', 'ann@example.com'],
    ['<ann@example.com', 'ann@example.com'],
    ['ann@example.com)', 'ann@example.com'],
    ["ann@example.com'", 'ann@example.com'],
    ["'ann@example.com", "'ann@example.com"],
    ['ann@example.com.', 'ann@example.com'],
    ['jo\u0308rg@example.com', 'jörg@example.com'],
  ])('%j is read as %s', (typed, address) => expect(readEmail(typed)).toBe(address));

  it.each([
    '',
    '@',
    'ann',
    'ann@',
    '@example.com',
    'ann@example',
    'ann@@example.com',
    'ann@bob@example.com',
    'ann lee@example.com',
    'ann@exa mple.com',
    'ann@example.com, bob@example.com',
    '<ann@example.com> <bob@example.com>',
    'ann@example.com\nbcc:bob@example.com',
    '"ann"@example.com',
    '"ann lee"@example.com',
    '.ann@example.com',
    'ann.@example.com',
    'an..n@example.com',
    'ann@.example.com',
    'ann@example..com',
    'ann@example.com..',
    'ann@example-.com',
    'ann@-example.com',
    'ann@exam_ple.com',
    'ann@example.c',
    'ann@example.123',
    'ann@example.c0m',
    'ann@“example”.com',
    'ann@exam–ple.com',
    'ann@exa…mple.com',
    'ann@127.0.0.1',
    'ann@[127.0.0.1]',
    'ann@[IPv6:::1]',
    'ann@0x7f.1',
    'ann@１２７.1',
    'ann@example.com:25',
    'ann@example.com/path',
    'ann@exam%70le.com',
    'ann@xn--zzzzzz.com',
    'ann@xn--a.com',
    'ann@xn--iñvalid.com',
    'ann–lee@example.com',
    'ann’s@example.com',
    'ann\\lee@example.com',
    'ann(work)@example.com',
    '<script>@example.com',
    `${'a'.repeat(65)}@example.com`,
    `${'ö'.repeat(33)}@example.com`,
    `ann@${'a'.repeat(64)}.com`,
    `ann@${'ö'.repeat(60)}.com`,
    `ann@${'a.'.repeat(125)}com`,
    `${'a'.repeat(60)}@${'b'.repeat(63)}.${'c'.repeat(63)}.${'d'.repeat(60)}.example`,
  ])('%j is none', (typed) => expect(readEmail(typed)).toBeNull());
});

const atom = fc.stringMatching(/^[A-Za-z0-9!#$%&'*+/=?^_`{|}~öжλ字-]{1,8}$/);
const local = fc
  .array(atom, { minLength: 1, maxLength: 3 })
  .map((atoms) => atoms.join('.'))
  // A pair around the whole is taken for a mark.
  .filter((text) => !/^['`]/.test(text));
const label = fc.stringMatching(/^[a-z0-9]([a-z0-9]{0,10}[a-z0-9])?$/);
const topLevel = fc.constantFrom('com', 'de', 'museum', 'xn--p1ai', 'рф', '中国');
const domain = fc
  .tuple(fc.array(label, { minLength: 1, maxLength: 3 }), topLevel)
  .map(([labels, last]) => [...labels, last].join('.'));
const address = fc.tuple(local, domain).map((parts) => parts.join('@'));

describe('by the grammar', () => {
  it('every dot-atom at every domain is an address, as typed but for what is not readable', () => {
    fc.assert(
      fc.property(address, (typed) => {
        const read = readEmail(typed);
        expect(read).toBe(typed.replace('xn--p1ai', 'рф').normalize('NFC'));
      }),
    );
  });

  it('an address read again is the same', () => {
    fc.assert(
      fc.property(fc.oneof(address, fc.string({ unit: 'binary' })), (typed) => {
        const once = readEmail(typed);
        if (once !== null) expect(readEmail(once)).toBe(once);
      }),
    );
  });

  it('none with a part that is none', () => {
    const broken = fc.constantFrom(
      '',
      'a b',
      'a..b',
      '.a',
      'a.',
      'a"b',
      'a,b',
      'a:b',
      'a<b',
      'a\\b',
    );
    fc.assert(
      fc.property(broken, domain, (part, host) => {
        expect(readEmail(`${part}@${host}`)).toBeNull();
      }),
    );
  });

  it('is the same person in any spelling', () => {
    type Spelling = (email: string) => string;
    const marks = fc.constantFrom<Spelling>(
      (email) => ` ${email}\u200B `,
      (email) => `<${email}>`,
      (email) => `"Lee, Ann" <${email}>;`,
      (email) => `${email.slice(0, 1)}\u2060${email.slice(1)}.`,
    );
    const letters = fc.constantFrom<Spelling>(
      (email) => email.toUpperCase().toLowerCase(),
      (email) => email.normalize('NFD'),
      (email) => email.replace('@', '＠'),
      (email) => email.replace('рф', 'xn--p1ai').replace('中国', 'XN--FIQS8S'),
      (email) => email.replaceAll(/[a-z]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)),
    );
    fc.assert(
      fc.property(address, marks, letters, (email, around, within) => {
        expect(emailKey(around(within(email)))).toBe(emailKey(email));
      }),
    );
  });
});
