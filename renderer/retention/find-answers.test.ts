import { expect, it } from 'vitest';
import { TABLE_NAMES } from '../../preload/contract';
import deApp from '../../resources/locales/de/app.json';
import de from '../../resources/locales/de/retention.json';
import enApp from '../../resources/locales/en/app.json';
import en from '../../resources/locales/en/retention.json';
import type { TableAnswer } from './answers';
import { findAnswers } from './find-answers';

const answers = TABLE_NAMES.map(
  (table): TableAnswer => ({
    table,
    rows: 0,
    held: 0,
    heldPast: 0,
    firstExpiryMs: null,
    lastExpiryMs: null,
    isFromActivity: false,
    spans: [],
    off: [],
    olderUntilMs: null,
  }),
);

function found(typed: string, language: 'en' | 'de' = 'en') {
  const [texts, app] = language === 'en' ? [en, enApp] : [de, deApp];
  return findAnswers(answers, typed, {
    table: ({ table }) => app.tables[table],
    kind: (kind) => texts.answers.kinds[kind],
  }).map(({ table }) => table);
}

const ADDRESSES = ['customers', 'participations', 'winners', 'variables'];

it.each([
  ['postal address', 'en'],
  ['Postal addresses', 'en'],
  ['Postadressen', 'de'],
] as const)('%s lie where a postal address can lie', (typed, language) => {
  expect(found(typed, language)).toEqual(ADDRESSES);
});

it('addresses are those of the post and of emails', () => {
  expect(found('addresses')).toEqual(expect.arrayContaining([...ADDRESSES, 'consents', 'files']));
  expect(found('Adressen', 'de')).toEqual(found('addresses'));
  expect(found('addresses')).not.toContain('runtime_log');
});

it('finds a table by its name, files by what they are, and all of them while nothing is typed', () => {
  expect(found('winners')).toEqual(['winners']);
  expect(found('uploads')).toEqual(['files']);
  expect(found('Unterschrift', 'de')).toEqual(['files']);
  expect(found(' ')).toHaveLength(TABLE_NAMES.length);
  expect(found('nonsense')).toEqual([]);
});
