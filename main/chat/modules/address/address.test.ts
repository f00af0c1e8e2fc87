import { describe, expect, it } from 'vitest';
import { ask, filled } from '../../../../tests/support/questions';
import { isZip } from './zip';

const home = {
  street: 'Chausseestraße',
  house_number: '12a',
  zip: '10115',
  city: 'Berlin',
  country: 'DE',
};

describe('address', () => {
  it('asks for its parts, the country by its name in the chosen language', () => {
    const { ask: prompt } = ask('address', { countryNames: 'de', country: 'AT' }).enter() as never;
    expect(prompt).toMatchObject({
      kind: 'form',
      fields: [
        { id: 'street', required: true },
        { id: 'house_number', required: false },
        { id: 'zip' },
        { id: 'city' },
        { id: 'country', initial: 'AT' },
      ],
    });
    expect(prompt).toHaveProperty(
      'fields.4.options',
      expect.arrayContaining([{ id: 'AT', label: 'Österreich' }]),
    );
  });

  it('keeps all parts, and the country of the settings where it is not asked for', () => {
    expect(ask('address').answer(filled(home))).toEqual({ set: home, go: 'next' });
    const inGermany = ask('address', { asksCountry: false, country: 'DE' });
    expect(inGermany.answer(filled({ ...home, country: 'FR' }))).toMatchObject({
      set: { country: 'DE' },
    });
    expect(inGermany.enter()).not.toHaveProperty('ask.fields.4');
  });

  it.each([
    { street: '' },
    { zip: ' ' },
    { city: '' },
    { country: 'XX' },
    { country: 'constructor' },
    { street: 'x'.repeat(1_000_000) },
  ])('asks again, with what was typed, for %.40j', (changes) => {
    const again = ask('address').answer(filled({ ...home, ...changes }));
    expect(again).toMatchObject({
      say: ['Please enter street, postal code, town and country.'],
      ask: { kind: 'form' },
    });
  });

  it('refuses a postal code that cannot be one, and keeps the rest', () => {
    expect(ask('address').answer(filled({ ...home, zip: '1234' }))).toMatchObject({
      say: ['This postal code does not exist in that country. Please check it.'],
      ask: { fields: [{ initial: 'Chausseestraße' }, {}, { initial: '1234' }, {}, {}] },
    });
  });

  it('does not put variables into what was typed', () => {
    const again = ask('address').answer(filled({ ...home, street: '${email}', zip: '1' }));
    expect(again).not.toHaveProperty('ask.fields.0.initial');
  });
});

describe('a postal code', () => {
  it.each([
    ['10115', 'DE', true],
    ['1010', 'DE', false],
    ['1010', 'AT', true],
    ['0101', 'AT', false],
    ['9490', 'LI', true],
    ['8000', 'LI', false],
    ['1012 AB', 'NL', true],
    ['1012', 'NL', false],
    ['00-950', 'PL', true],
    ['12345-6789', 'US', true],
    ['anything', 'GB', true],
    ['', 'IE', true],
    ['x', 'constructor', true],
  ])('%s in %s: %s', (zip, country, fits) => expect(isZip(zip, country)).toBe(fits));
});
