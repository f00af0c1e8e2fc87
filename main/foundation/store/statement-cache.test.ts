import { describe, expect, it } from 'vitest';
import { openTestStore } from '../../../tests/support/store';
import { StatementCache } from './statement-cache';

const numbers = 'select value from (select 1 as value union select 2)';

describe('prepared statements', () => {
  it('are kept, and made anew once the schema has changed', async () => {
    const { connection } = await openTestStore();
    const cache = new StatementCache(connection);
    const all = cache.prepare('select * from settings');
    expect(cache.prepare('select * from settings')).toBe(all);
    connection.exec('alter table settings add column note text');
    connection.exec(`insert into settings values ('a', '1', 'new')`);
    expect(cache.prepare('select * from settings').all([])).toMatchObject([{ note: 'new' }]);
  });

  it('that are being read are left alone', async () => {
    const { connection } = await openTestStore();
    const cache = new StatementCache(connection);
    const reading = cache.prepare(numbers).pluck().iterate([]);
    reading.next();
    expect(cache.prepare(numbers).pluck().all([])).toEqual([1, 2]);
    expect(reading.next().value).toBe(2);
    reading.return?.();
  });

  it('do not pile up', async () => {
    const { connection } = await openTestStore();
    const cache = new StatementCache(connection);
    const first = cache.prepare('select 0');
    for (let value = 1; value <= 200; value++) cache.prepare(`select ${value}`);
    expect(cache.prepare('select 0')).not.toBe(first);
  });
});
