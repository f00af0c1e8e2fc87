import fc from 'fast-check';
import { composeIBAN } from 'ibantools';
import { describe, expect, it } from 'vitest';
import { ask } from '../../../../tests/support/questions';
import { ibanLine } from './read-iban';

const read = (typed: string, rules = {}) =>
  ibanLine.read(typed, { accepts: 'all', countries: [], ...rules });

const GERMAN = 'DE89370400440532013000';

it.each([
  [GERMAN, GERMAN],
  ['DE89 3704 0044 0532 0130 00', GERMAN],
  ['de89 3704 0044 0532 0130 00', GERMAN],
  ['IBAN: DE89370400440532013000', GERMAN],
  ['iban DE89-3704-0044-0532-0130-00', GERMAN],
  ['„DE89 3704 0044 0532 0130 00“', GERMAN],
  ['DE89\u00A03704\u202F0044 0532.0130.00', GERMAN],
  ['\u200EＤＥ８９３７０４００４４０５３２０１３０００', GERMAN],
  ['FR14 2004 1010 0505 0001 3M02 606', 'FR1420041010050500013M02606'],
  ['MT84MALT011000012345MTLCAST001S', 'MT84MALT011000012345MTLCAST001S'],
  ['NO93 8601 1117 947', 'NO9386011117947'],
  ['XK051212012345678906', 'XK051212012345678906'],
])('reads %j as %s', (typed, value) => expect(read(typed)).toEqual({ value }));

it.each([
  ['', 'invalid'],
  ['my account', 'invalid'],
  ['370400440532013000', 'invalid'],
  [`${GERMAN}€`, 'invalid'],
  ['9'.repeat(100_000), 'invalid'],
  ['DE', 'invalid'],
  ['DE89', 'tooShort'],
  ['DE8937040044053201300', 'tooShort'],
  [`${GERMAN}0`, 'tooLong'],
  ['US89370400440532013000', 'unknownCountry'],
  ['XX89370400440532013000', 'unknownCountry'],
  ['DE88370400440532013000', 'wrongCheck'],
  ['DE89370400440532013O00', 'wrongCheck'],
  ['DE89370400440532010300', 'wrongCheck'],
  // The check digits of the whole fit, those of the account in Norway do not.
  [composeIBAN({ countryCode: 'NO', bban: '86011117948' }) ?? 'NO4086011117948', 'wrongCheck'],
])('says what is wrong with %.30j: %s', (typed, refused) =>
  expect(read(typed)).toEqual({ refused }),
);

it('takes accounts of the countries that the author wants', () => {
  const other = { refused: 'otherCountry' };
  const serbian = 'RS35260005601001611379';
  const brazilian = 'BR1800360305000010009795493C1';
  expect(read(GERMAN, { accepts: 'sepa' })).toEqual({ value: GERMAN });
  expect(read(serbian, { accepts: 'sepa' })).toEqual({ value: serbian });
  expect(read(brazilian, { accepts: 'sepa' })).toEqual(other);
  expect(read(brazilian)).toEqual({ value: brazilian });
  expect(read(GERMAN, { accepts: 'listed', countries: ['AT'] })).toEqual(other);
  expect(read(GERMAN, { accepts: 'listed', countries: ['AT', 'DE'] })).toEqual({ value: GERMAN });
});

it('notices every digit that is wrong and any two that have changed places', () => {
  const bban = fc
    .array(fc.nat(9), { minLength: 18, maxLength: 18 })
    .map((digits) => digits.join(''));
  fc.assert(
    fc.property(bban, fc.nat(20), fc.integer({ min: 1, max: 9 }), (bban, at, shift) => {
      const iban = composeIBAN({ countryCode: 'DE', bban }) ?? '';
      expect(read(ibanLine.show?.(iban).toLowerCase() ?? '')).toEqual({ value: iban });
      const digits = [...iban.slice(2)].map(Number);
      const wrong = digits.with(at % 20, ((digits[at % 20] ?? 0) + shift) % 10);
      expect(read(`DE${wrong.join('')}`)).toEqual({ refused: 'wrongCheck' });
      const place = at % 19;
      const [left = 0, right = 0] = digits.slice(place, place + 2);
      if (left === right) return;
      const swapped = digits.with(place, right).with(place + 1, left);
      expect(read(`DE${swapped.join('')}`)).toEqual({ refused: 'wrongCheck' });
    }),
  );
});

describe('IBAN', () => {
  it('is kept without blanks, and shown in groups of four', () => {
    expect(ask('iban').type('de89 3704 0044 0532 0130 00')).toEqual({
      set: { iban: GERMAN },
      go: 'next',
    });
    const known = { variables: { iban: GERMAN } };
    expect(ask('iban').enter(known)).toMatchObject({
      ask: { initial: 'DE89 3704 0044 0532 0130 00' },
    });
    expect(ask('iban', { whenKnown: 'offer' }).enter(known)).toMatchObject({
      say: ['I have noted:', 'DE89 3704 0044 0532 0130 00'],
    });
  });

  it('keeps that nobody knew it, and does not take that for a number', () => {
    const known = { variables: { iban: 'i_dont_know' } };
    expect(ask('iban', { whenKnown: 'keep' }).enter(known)).toEqual({ go: 'next' });
    expect(ask('iban').enter(known)).not.toHaveProperty('ask.initial');
    expect(ask('iban', { whenKnown: 'offer' }).enter(known)).toMatchObject({
      say: ['I have noted:', '${iban}'],
    });
  });

  it('says which part is wrong, and does not keep what was known and is none', () => {
    expect(ask('iban').type('DE8937040044053201300')).toMatchObject({
      say: [expect.stringContaining('too short')],
    });
    expect(ask('iban').type('US89370400440532013000')).toMatchObject({
      say: [expect.stringContaining('two letters')],
    });
    const kept = ask('iban', { whenKnown: 'keep' });
    expect(kept.enter({ variables: { iban: 'none' } })).toHaveProperty('ask');
    expect(kept.enter({ variables: { iban: GERMAN } })).toEqual({ go: 'next' });
  });
});
