import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emailKey, legacyEmailKey, partOfEmailKey, personKey, plainEmailKey } from './email-key';

describe('the key of an address', () => {
  it.each([
    ['Anna@MÜLLER.example', 'anna@müller.example'],
    ['anna@xn--mller-kva.example', 'anna@müller.example'],
    [' ANN@Example.com ', 'ann@example.com'],
    ['\u202Aann@example.com\u202C', 'ann@example.com'],
    ['ａｎｎ@example.com', 'ann@example.com'],
    ['ﬁnn@example.com', 'finn@example.com'],
    ['mailto:Ann%2B2@example.com?subject=x', 'ann+2@example.com'],
    ['"Lee, Ann" <Ann@example.com>', 'ann@example.com'],
    ['ann@straße.de', 'ann@straße.de'],
    ['ANN@STRAẞE.DE', 'ann@straße.de'],
    ['ann@xn--strae-oqa.de', 'ann@straße.de'],
    ['ann@example.com.', 'ann@example.com'],
    ['', ''],
    ['Nobody', 'nobody'],
    ['ann@localhost', 'ann@localhost'],
    ['ann@127.1', 'ann@127.1'],
    ['ann@exam ple', 'ann@exam ple'],
    ['ann@a/b', 'ann@a/b'],
    ['ann@xn--zzzzzz.com', 'ann@xn--zzzzzz.com'],
    ['ann@ex\u2011ample.com', 'ann@ex-ample.com'],
    ['ann@ex\u2010ample.com', 'ann@ex-ample.com'],
    ['ann@xn--example-606c.com', 'ann@xn--example-606c.com'],
    ['νικος.α@example.gr', 'νικος.α@example.gr'],
    ['ΝΙΚΟΣ.Α@example.gr', 'νικος.α@example.gr'],
    ['ΝΙΚΟΣ@example.gr', 'νικος@example.gr'],
  ])('of %j is %j', (typed, key) => expect(emailKey(typed)).toBe(key));

  it.each([
    ['ann@аррӏе.com', 'ann@xn--80ak6aa92e.com', 'Cyrillic letters that look Latin'],
    ['ann@pаypal.com', 'ann@xn--pypal-4ve.com', 'letters of two scripts'],
  ])('of %s shows that it is not what it looks like: %s', (typed, key) => {
    expect(emailKey(typed)).toBe(key);
  });

  it('keeps people apart', () => {
    const people = ['ann@example.com', 'ann+1@example.com', 'a.nn@example.com', 'ann@example.org'];
    const others = ['strasse@x.de', 'straße@x.de', 'jorg@x.de', 'jörg@x.de', 'ann@strasse.de'];
    const keys = [...people, ...others, 'ann@straße.de'].map(emailKey);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('of a key is the key, of any text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.emailAddress()), (text) => {
        const key = emailKey(text);
        expect(emailKey(key)).toBe(key);
      }),
    );
  });

  it('of a plain address is the same, the short way and the long one', () => {
    const plain = fc.stringMatching(/^[a-z0-9._+-]{1,6}@[a-z0-9.-]{1,6}\.[a-z]{1,3}$/);
    fc.assert(
      fc.property(plain, (text) => {
        expect(emailKey(text)).toBe(emailKey(`${text} `));
      }),
    );
  });

  it.each(['', ' ', 'i_dont_know', 'n/a', 'Ann', '@', 'ann@', '\u3164'])(
    'is none of %j, which many may say',
    (text) => expect(personKey(text)).toBeNull(),
  );

  it('is that of a person where there is an address', () => {
    expect(personKey(' ANN@example.com ')).toBe('ann@example.com');
    expect(personKey(undefined)).toBeNull();
  });

  it('follows from what it was before', () => {
    fc.assert(
      fc.property(fc.emailAddress(), (text) => {
        expect(emailKey(legacyEmailKey(text))).toBe(emailKey(text));
      }),
    );
    const was = 'anna@xn--mller-kva.example';
    expect(plainEmailKey(emailKey(was))).toBe(was);
  });
});

it.each([
  ['Anna@mü', 'anna@mü'],
  ['MÜLLER', 'müller'],
  ['xn--mller-kva', 'müller'],
  ['anna@xn--mller-kva.exam', 'anna@müller.exam'],
  ['ann.', 'ann.'],
  ['<ann', 'ann'],
  ['Ann <ann@example.com>', 'ann@example.com'],
  ['  ', ''],
])('%j is looked for as %j', (text, part) => expect(partOfEmailKey(text)).toBe(part));
