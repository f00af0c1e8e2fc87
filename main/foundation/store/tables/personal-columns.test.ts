import { expect, it } from 'vitest';
import type { Columns } from './define-table';
import { allTables } from './index';

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

/** Whoever takes a column out of this list takes it out of masking, exports without identifiers and reports. */
const PERSONAL = {
  customers: CONTACT,
  participations: CONTACT,
  winners: CONTACT,
  consents: ['email'],
  instant_wins: ['email'],
  codes: ['email', 'code'],
  loyalty: ['email'],
  variables: ['value'],
  answers: ['email', 'answer'],
  files: ['email', 'file_name', 'content'],
  runtime_log: [],
};

it('are the ones that say something about a person, table by table', () => {
  const declared = allTables.map(({ name, columns }) => {
    const all: Columns = columns;
    return [name, Object.keys(all).filter((column) => all[column]?.personal)];
  });
  expect(Object.fromEntries(declared)).toEqual(PERSONAL);
});
