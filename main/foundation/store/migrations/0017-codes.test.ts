import { expect, it } from 'vitest';
import { createEmptyStore } from '../../../../tests/support/store';
import { codeKey } from '../../../chat/claims/code-key';
import { spendCode } from '../../../chat/claims/codes';
import { migrate } from '.';

/** As keys were before: a soft hyphen was a dash, and digits of other scripts stayed. */
const OLD = [
  [1, 'AB-1', 'AB-1', 2],
  [2, 'ab–1', 'AB-1', 1],
  [3, 'CD\u00ad2', 'CD-2', 1],
  [4, 'CD2', 'CD2', 1],
  [5, 'EF٣', 'EF٣', 1],
  [6, 'GHß', 'GHSS', 1],
] as const;

it('renews the keys of codes, of which those that become the same count as one', async () => {
  const { store, connection } = createEmptyStore();
  await migrate(store, '0011-erasures');
  const pool = connection.prepare(`insert into code_pools values (?, 'Old', 1, 6, 0, 0)`);
  const code = connection.prepare('insert into pool_codes values (?, ?, ?, ?, ?)');
  for (const id of ['pool', 'other']) {
    pool.run(id);
    for (const [position, text, key, uses] of OLD) code.run(id, position, text, key, uses);
  }
  connection.exec(`insert into counters values ('kiosk', 'used pool 2', 1),
    ('kiosk', 'used pool 1', 1), ('kiosk', 'used pool 4', 1), ('preview', 'used pool 2', 1),
    ('kiosk', 'issued pool', 3)`);
  await migrate(store);

  const rows = connection.prepare('select code, code_key as key, points from pool_codes').all();
  expect(rows).toHaveLength(12);
  for (const row of rows as { code: string; key: string; points: number }[])
    expect(row).toMatchObject({ key: codeKey(row.code), points: 0 });
  const counters = connection
    .prepare(`select channel || ' ' || name || ' ' || taken from counters order by 1`)
    .pluck();
  expect(counters.all()).toEqual([
    'kiosk issued pool 3',
    'kiosk used pool 1 2',
    'kiosk used pool 3 1',
    'preview used pool 1 1',
  ]);

  const spend = (typed: string, poolId = 'pool') => spendCode(store, poolId, typed, 'kiosk');
  expect(await spend('ab-1')).toBe('exhausted');
  expect(await spend('cd2')).toBe('exhausted');
  expect(await spend('ef3')).toEqual({ code: 'EF٣', points: 0 });
  expect(await spend('cd2', 'other')).toEqual({ code: 'CD\u00ad2', points: 0 });
  expect(await spend('CD\u00ad2', 'other')).toBe('exhausted');
});
