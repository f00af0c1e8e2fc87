import { describe, expect, it } from 'vitest';
import { collect } from '../../../tests/support/collect';
import { NOW_MS } from '../../../tests/support/now';
import { insertRows, openTestStore, participation } from '../../../tests/support/store';
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
    expect((await rows.byIds(table, numbers(5), NOW_MS)).map((row) => row?.id)).toEqual([
      1,
      2,
      undefined,
      undefined,
      undefined,
    ]);
    expect(await collect(rows.stream(table, NOW_MS))).toHaveLength(2);
    expect(await rows.countByModule('experience-1', NOW_MS)).toEqual({
      'module-1': { participations: 2 },
    });
  });

  it('returns a row until the very millisecond in which it expires', async () => {
    const { rows } = await filled(0);
    expect(await rows.count(table, NOW_MS - 1)).toBe(1);
    expect(await rows.count(table, NOW_MS - 2)).toBe(2);
  });

  it('returns rows in the order in which they are asked for', async () => {
    const { rows } = await filled(3);
    const found = await rows.byIds(table, [3, 99, 1], NOW_MS);
    expect(found.map((row) => row?.id ?? null)).toEqual([3, null, 1]);
  });

  it('shows the declared columns and none of the bookkeeping', async () => {
    const { rows } = await filled(1);
    const [row] = await rows.byIds(table, [1], NOW_MS);
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
    expect(await rows.count(table, NOW_MS)).toBe(3);
  });
});
