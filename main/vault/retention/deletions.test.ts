import { describe, expect, it } from 'vitest';
import { NOW_MS } from '../../../tests/support/now';
import { countRows, insertRows, openTestStore, participation } from '../../../tests/support/store';
import { DataRows } from '../../foundation/store/data-rows';
import { deleteAll, deleteRow } from './deletions';
import { readReceipts } from './receipts';

const GRACE = { name: 'Grace' };
const table = 'participations' as const;

/** Live rows, then one that expired a moment ago and one that expires now. */
async function filled(live: number) {
  const test = await openTestStore();
  insertRows(test, table, [
    ...Array.from({ length: live }, () => participation()),
    ...[NOW_MS - 1, NOW_MS].map((expires_at) => participation({ expires_at })),
  ]);
  return test;
}

const all = ({ store }: Awaited<ReturnType<typeof filled>>, confirmedRows: number) =>
  deleteAll(store, GRACE, { table, confirmedRows }, NOW_MS);

describe('deleting', () => {
  it('one row takes that row and no other, and leaves a receipt', async () => {
    const test = await filled(3);
    await deleteRow(test.store, GRACE, table, 2, NOW_MS);
    const left = await new DataRows(test.store).byIds(table, [1, 2, 3], NOW_MS);
    expect(left.map((row) => row?.id ?? null)).toEqual([1, null, 3]);
    expect(await readReceipts(test.store)).toMatchObject([
      { user: 'Grace', action: 'rows.deleted', details: { table, rows: 1, rule: 'one_row' } },
    ]);
  });

  it('a row that is gone already says so, and leaves no receipt', async () => {
    const { store } = await filled(1);
    await expect(deleteRow(store, GRACE, table, 999, NOW_MS)).rejects.toThrow('data.row_not_found');
    expect(await readReceipts(store)).toEqual([]);
  });

  it('all takes the expired ones too, counts what the user saw, and leaves a receipt', async () => {
    const test = await filled(3);
    expect(await all(test, 3)).toEqual({ deleted: 3, held: 0 });
    expect(countRows(test, table)).toBe(0);
    expect(await readReceipts(test.store)).toMatchObject([
      {
        details: { table, rows: 5, rule: 'all_rows' },
        hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    ]);
  });

  it('what a filter means takes live rows only: others were not seen, and are the sweep’s', async () => {
    const test = await filled(3);
    const request = { table, filter: { channel: 'preview' as const }, confirmedRows: 3 };
    expect(await deleteAll(test.store, GRACE, request, NOW_MS)).toEqual({ deleted: 3, held: 0 });
    expect(countRows(test, table)).toBe(2);
    expect(await readReceipts(test.store)).toMatchObject([
      { details: { table, rows: 3, rule: 'filtered_rows' } },
    ]);
  });

  it('that is stopped half-way takes nothing, and leaves no receipt', async () => {
    const test = await filled(3);
    const stop = new AbortController();
    const watch = { signal: stop.signal, report: () => undefined };
    const deleting = deleteAll(test.store, GRACE, { table, confirmedRows: 3 }, NOW_MS, watch);
    stop.abort();
    await expect(deleting).rejects.toThrow();
    expect(countRows(test, table)).toBe(5);
    expect(await readReceipts(test.store)).toEqual([]);
  });

  it('all is refused when rows came since the user agreed, and takes none', async () => {
    const test = await filled(3);
    await expect(all(test, 2)).rejects.toMatchObject({
      code: 'data.count_changed',
      params: { rows: 3 },
    });
    expect(countRows(test, table)).toBe(5);
  });

  it('all goes through when there are fewer rows by now', async () => {
    expect(await all(await filled(3), 5)).toMatchObject({ deleted: 3 });
  });

  it('all leaves other tables alone', async () => {
    const test = await filled(1);
    await deleteAll(test.store, GRACE, { table: 'winners', confirmedRows: 0 }, NOW_MS);
    expect(countRows(test, table)).toBe(3);
  });
});
