import { describe, expect, it } from 'vitest';
import { collect } from '../../tests/support/collect';
import { NOW_MS } from '../../tests/support/now';
import { countRows, insertRows, openTestStore, participation } from '../../tests/support/store';
import { DataRows } from './data-rows';

const table = 'participations' as const;
const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

/** Rows 1 to `live`, then rows that expired a moment ago, now, and long ago. */
async function filled(live: number) {
  const test = await openTestStore();
  insertRows(test, table, [
    ...numbers(live).map((number) => participation({ email: `p${number}@example.com` })),
    ...[NOW_MS - 1, NOW_MS, 0].map((expires_at) => participation({ expires_at })),
  ]);
  return { ...test, rows: new DataRows(test.store) };
}

describe('reading', () => {
  it('never returns an expired row, swept or not', async () => {
    const { rows } = await filled(2);
    expect(await rows.count(table, NOW_MS)).toBe(2);
    expect(await rows.page({ table, limit: 10, nowMs: NOW_MS })).toHaveLength(2);
    expect(await collect(rows.stream(table, NOW_MS))).toHaveLength(2);
    expect(await rows.countByModule('experience-1', table, NOW_MS)).toEqual([
      { module_id: 'module-1', rows: 2 },
    ]);
  });

  it('returns a row until the very millisecond in which it expires', async () => {
    const { rows } = await filled(0);
    expect(await rows.count(table, NOW_MS - 1)).toBe(1);
    expect(await rows.count(table, NOW_MS - 2)).toBe(2);
  });

  it('pages through a table newest first, without gaps or repetitions, and ends', async () => {
    const { rows } = await filled(7);
    const seen: number[] = [];
    for (let before: number | undefined; ; ) {
      const page = await rows.page({ table, limit: 3, nowMs: NOW_MS, before });
      seen.push(...page.map(({ id }) => id));
      before = page.at(-1)?.id;
      if (page.length < 3) break;
    }
    expect(seen).toEqual([7, 6, 5, 4, 3, 2, 1]);
  });

  it('shows the declared columns and none of the bookkeeping', async () => {
    const { rows } = await filled(1);
    const [row] = await rows.page({ table, limit: 1, nowMs: NOW_MS });
    expect(row).toMatchObject({ id: 1, cells: { email: 'p1@example.com', firstname: null } });
    for (const hidden of ['id', 'module_id', 'email_key', 'unique_key']) {
      expect(row?.cells).not.toHaveProperty(hidden);
    }
  });

  it('streams rows in the order in which they came', async () => {
    const { rows } = await filled(3);
    const emails = (await collect(rows.stream(table, NOW_MS))).map(({ email }) => email);
    expect(emails).toEqual(['p1@example.com', 'p2@example.com', 'p3@example.com']);
  });

  it('can stop a stream half-way and go on with other work', async () => {
    const { rows } = await filled(3);
    for await (const _ of rows.stream(table, NOW_MS)) break;
    await rows.deleteRow(table, 1);
    expect(await rows.count(table, NOW_MS)).toBe(2);
  });
});

describe('deleting', () => {
  it('one row takes that row and no other', async () => {
    const { rows } = await filled(3);
    await rows.deleteRow(table, 2);
    const left = await rows.page({ table, limit: 10, nowMs: NOW_MS });
    expect(left.map(({ id }) => id)).toEqual([3, 1]);
  });

  it('a row that is gone already says so', async () => {
    const { rows } = await filled(1);
    await expect(rows.deleteRow(table, 999)).rejects.toThrow('data.row_not_found');
  });

  it('all takes the expired ones too, but counts what the user saw', async () => {
    const test = await filled(3);
    expect(await test.rows.deleteAll(table, 3, NOW_MS)).toBe(3);
    expect(countRows(test, table)).toBe(0);
  });

  it('all is refused when rows came since the user agreed, and takes none', async () => {
    const test = await filled(3);
    await expect(test.rows.deleteAll(table, 2, NOW_MS)).rejects.toMatchObject({
      code: 'data.count_changed',
      params: { rows: 3 },
    });
    expect(countRows(test, table)).toBe(6);
  });

  it('all goes through when there are fewer rows by now', async () => {
    const { rows } = await filled(3);
    expect(await rows.deleteAll(table, 5, NOW_MS)).toBe(3);
  });

  it('all leaves other tables alone', async () => {
    const test = await filled(1);
    await test.rows.deleteAll('winners', 0, NOW_MS);
    expect(countRows(test, table)).toBe(4);
  });
});
