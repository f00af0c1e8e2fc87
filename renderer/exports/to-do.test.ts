import { expect, it } from 'vitest';
import type { ExportRecord } from '../../preload/contract';
import { toDoOf } from './to-do';

const NOW_MS = 1_000;
const saved = (
  changes: Partial<NonNullable<ExportRecord['saved']>> = {},
): ExportRecord['saved'] => ({
  at: 0,
  fileName: 'export.zip',
  folder: '/tmp',
  bytes: 1,
  sha256: '',
  obligations: [],
  deleteBy: NOW_MS,
  deletedAt: null,
  deletedBy: null,
  ...changes,
});
const record = (changes: Partial<ExportRecord>): ExportRecord => ({
  id: 'one',
  state: 'saved',
  form: 'tables',
  file: 'csv',
  tables: ['participations'],
  channels: 'all',
  level: 'full',
  isAccess: false,
  filter: { isSearched: false, selectedRows: null, isNarrowed: false },
  purpose: 'prizes',
  rows: 1,
  requestedById: 'ann',
  requestedBy: 'Ann',
  requestedAt: 0,
  decidedBy: null,
  expiresAt: NOW_MS,
  saved: null,
  ...changes,
});

it('a file is to be deleted from its date on, until somebody says that it is', () => {
  const at = (changes: Parameters<typeof saved>[0]) =>
    toDoOf(record({ saved: saved(changes) }), 'bob', NOW_MS);
  expect(at({})).toBe('file');
  expect(at({ deleteBy: NOW_MS + 1 })).toBeNull();
  expect(at({ deletedAt: 5 })).toBeNull();
});

it('a request waits for everybody but who asked; what is released, for that one', () => {
  expect(toDoOf(record({ state: 'requested' }), 'bob', NOW_MS)).toBe('release');
  expect(toDoOf(record({ state: 'requested' }), 'ann', NOW_MS)).toBeNull();
  expect(toDoOf(record({ state: 'released' }), 'ann', NOW_MS)).toBe('save');
  expect(toDoOf(record({ state: 'released' }), 'bob', NOW_MS)).toBeNull();
  expect(toDoOf(record({ state: 'refused' }), 'ann', NOW_MS)).toBeNull();
});
