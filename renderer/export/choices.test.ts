import { expect, it } from 'vitest';
import { csvPreset, PLAIN_CSV, TABLE_NAMES } from '../../preload/contract';
import {
  allowanceOf,
  channelsFor,
  type ExportCount,
  firstChoices,
  formatOf,
  goneOf,
  habitsOf,
  leftOutOf,
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

it('takes selected rows wherever they come from, and of others those of participants first', () => {
  const from = (collected: number, preview: number, includeIds?: number[]) =>
    channelsFor({ ...countOf(null), collected, preview }, includeIds ? { includeIds } : {});
  expect([from(2, 3), from(2, 0), from(0, 3)]).toEqual(['collected', 'collected', 'preview']);
  expect([from(2, 3, [1]), from(2, 0, [1]), from(0, 3, [1])]).toEqual([
    'all',
    'collected',
    'preview',
  ]);
});

it('says how many of the selected rows are gone, where a row is what is exported', () => {
  const count = { ...countOf(null), collected: 2, preview: 1 };
  const includeIds = [1, 2, 3, 4, 5];
  expect(goneOf({ includeIds }, { form: 'tables' }, count)).toBe(2);
  expect(goneOf({ includeIds }, { form: 'participants' }, count)).toBe(0);
  expect(goneOf({}, { form: 'tables' }, count)).toBe(0);
});

it('what is there and not exported is told, by where it comes from', () => {
  const count = { ...countOf(null), collected: 1, preview: 1 };
  const choosing = (channels: 'collected' | 'preview' | 'all') => ({
    ...firstChoices(['customers']),
    channels,
  });
  const left = { count: 1, rows: 1, total: 2 };
  expect(leftOutOf(choosing('collected'), count)).toEqual({ which: 'preview', ...left });
  expect(leftOutOf(choosing('preview'), count)).toEqual({ which: 'collected', ...left });
  expect(leftOutOf(choosing('all'), count)).toBeNull();
  expect(leftOutOf(choosing('collected'), { ...count, preview: 0 })).toBeNull();
});
