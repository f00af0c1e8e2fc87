import { expect, it } from 'vitest';
import { allowanceOf, type ExportCount } from './choices';

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
