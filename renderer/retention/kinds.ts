import type { TableName } from '../../preload/contract';

/** Kinds of data as people ask about them. */
export const DATA_KINDS = [
  'email',
  'name',
  'address',
  'phone',
  'birthdate',
  'participation',
  'prize',
  'consent',
  'code',
  'points',
  'choice',
  'answer',
  'file',
  'event',
] as const;
export type DataKind = (typeof DATA_KINDS)[number];

/** What can lie in each table. What participants are asked for one by one is also a value of its own. */
export const KINDS_IN: Readonly<Record<TableName, readonly DataKind[]>> = {
  customers: ['email', 'name', 'address', 'phone'],
  participations: ['participation', 'email', 'name', 'address', 'phone'],
  winners: ['prize', 'email', 'name', 'address', 'phone'],
  consents: ['consent', 'email'],
  instant_wins: ['prize', 'email'],
  codes: ['code', 'email'],
  loyalty: ['points', 'email'],
  variables: ['email', 'name', 'address', 'phone', 'birthdate', 'choice', 'answer'],
  answers: ['answer', 'email'],
  files: ['file', 'email'],
  runtime_log: ['event'],
};
