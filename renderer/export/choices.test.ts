import { expect, it } from 'vitest';
import { csvPreset, PLAIN_CSV, TABLE_NAMES } from '../../preload/contract';
import {
  allowanceOf,
  type ExportCount,
  firstChoices,
  formatOf,
  habitsOf,
  localTimeZone,
  scopeOf,
} from './choices';

const countOf = (releaseAboveRows: number | null): ExportCount => ({
  collected: 4,
  preview: 0,
  exportedRows: 6,
  settings: {
    deleteWithinDays: 7,
    releaseAboveRows,
    releasePeriodHours: 24,
    accessesPerPeriod: 10,
    registerDays: 1_095,
  },
});

it('a release is asked for when earlier rows and these are more than one user may export', () => {
  const counts = { exported: 6, limit: 10, hours: 24 };
  expect(allowanceOf(countOf(10), 4)).toEqual({ isSpent: false, counts });
  expect(allowanceOf(countOf(10), 5)).toEqual({ isSpent: true, counts });
  expect(allowanceOf(countOf(null), 1_000_000)).toBeNull();
});

it('a preset is what its programs expect: German Excel splits at semicolons, others want RFC 4180', () => {
  expect(csvPreset('excel_de', 'Europe/Berlin')).toEqual({
    delimiter: ';',
    byteOrderMark: true,
    timeZone: 'Europe/Berlin',
    times: 'plain',
    decimalComma: true,
  });
  expect(csvPreset('excel_en', 'UTC')).toMatchObject({ delimiter: ',', decimalComma: false });
  expect(csvPreset('other', 'Europe/Berlin')).toEqual(PLAIN_CSV);
});

it('a file is made for Excel in the language of the screen, until another is chosen', () => {
  const first = firstChoices(['answers']);
  expect(formatOf(first)).toEqual({ ...csvPreset('excel_en', localTimeZone()), file: 'csv' });
  expect(formatOf({ ...first, preset: 'other' })).toMatchObject(PLAIN_CSV);
  expect(formatOf({ ...first, file: 'xlsx', preset: 'other', isUtc: true })).toMatchObject({
    file: 'xlsx',
    timeZone: 'UTC',
  });
  expect(habitsOf({ ...first, purpose: 'Prizes for Ann' })).toEqual({
    form: 'tables',
    file: 'csv',
    preset: 'excel_en',
    isUtc: false,
  });
});

it('with one row per participant means a group, unless it is about one table', () => {
  const narrowed = { experienceId: 'one' };
  const choices = { ...firstChoices(TABLE_NAMES), group: 'winners', narrowed } as const;
  expect(scopeOf(choices, {}, false)).toEqual({ form: 'tables', tables: TABLE_NAMES, filter: {} });
  const perPerson = { ...choices, form: 'participants' } as const;
  expect(scopeOf(perPerson, {}, false)).toEqual({
    form: 'participants',
    tables: ['winners'],
    filter: narrowed,
  });
  const ofTable = { ...perPerson, tables: ['answers' as const] };
  expect(scopeOf(ofTable, { search: 'ann' }, true)).toEqual({
    form: 'participants',
    tables: ['answers'],
    filter: { search: 'ann' },
  });
  const everyone = scopeOf({ ...perPerson, group: 'everyone' }, {}, false).tables;
  expect(everyone).toEqual(TABLE_NAMES.filter((name) => name !== 'runtime_log'));
});
