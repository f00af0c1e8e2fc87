import { expect, it } from 'vitest';
import type { TableName } from '../../../../preload/contract';
import { allTables } from '.';

const CONTACT = [
  'email',
  'firstname',
  'lastname',
  'street',
  'house_number',
  'zip',
  'city',
  'country',
  'phone',
];

/**
 * Masking, erasure, the search for a person and the records of processing follow from `personal`: a
 * column that loses the word by mistake is shown to everybody. Written down a second time, on purpose.
 */
const PERSONAL: Record<TableName, readonly string[]> = {
  customers: CONTACT,
  participations: CONTACT,
  winners: CONTACT,
  consents: ['email'],
  instant_wins: ['email'],
  codes: ['email', 'code'],
  loyalty: ['email'],
  variables: ['value', 'option_ids'],
  answers: ['email', 'answer', 'option_ids'],
  files: ['email', 'file_name', 'content'],
  runtime_log: [],
};

it.each(allTables)('$name has exactly these personal columns', ({ name, columns }) => {
  const personal = Object.entries(columns).flatMap(([column, is]) => (is.personal ? column : []));
  expect(personal.toSorted()).toEqual(PERSONAL[name].toSorted());
});
