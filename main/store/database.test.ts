import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { NOW_MS } from '../../tests/support/now';
import {
  countRows,
  effect,
  ORIGIN,
  openAgain,
  openTestStore,
  participation,
} from '../../tests/support/store';
import { createEffectStore } from '../retention/effect-store';
import { openConnection } from './connection';
import { createStore } from './database';
import { readSetting, writeSetting } from './settings';

describe('a store', () => {
  it('rolls back all of a transaction that fails', async () => {
    const test = await openTestStore();
    const failing = test.store.transaction().execute(async (transaction) => {
      await writeSetting(transaction, 'store_data', false);
      throw new Error('No.');
    });
    await expect(failing).rejects.toThrow('No.');
    expect(await readSetting(test.store, 'store_data')).toBe(true);
  });

  it('reads and then writes in one transaction although another connection wrote in between', async () => {
    const test = await openTestStore();
    const other = createEffectStore(openAgain(test));
    const mine = createEffectStore(test.store);
    const add = (store: typeof mine, uniqueKey: string) =>
      store.transact((write) => write(effect({ uniqueKey }), ORIGIN, NOW_MS));
    await Promise.all(
      Array.from({ length: 20 }, (_, index) => add(index % 2 ? mine : other, `key-${index}`)),
    );
    expect(countRows(test, 'variables')).toBe(20);
  });

  it('lets the event loop run while it waits for another connection that writes', async () => {
    const test = await openTestStore();
    const other = openConnection({ file: test.file, key: test.key });
    other.exec('begin immediate');
    const waiting = writeSetting(test.store, 'store_data', false);
    let ticks = 0;
    await new Promise<void>((resolve) => {
      const timer = setInterval(() => {
        if (++ticks < 5) return;
        clearInterval(timer);
        resolve();
      });
    });
    other.exec('commit');
    other.close();
    await waiting;
    expect(await readSetting(test.store, 'store_data')).toBe(false);
  });

  it('closes its connection when it is destroyed, even if it was never used', async () => {
    const test = await openTestStore();
    const used = openConnection({ file: test.file, key: test.key });
    const usedStore = createStore(used);
    await sql`select 1`.execute(usedStore);
    await usedStore.destroy();
    expect(used.open).toBe(false);
    const unused = openConnection({ file: test.file, key: test.key });
    await createStore(unused).destroy();
    expect(unused.open).toBe(false);
  });

  it('keeps texts as they are: emoji, right-to-left, NULs and a megabyte', async () => {
    const test = await openTestStore();
    for (const email of [
      '😀👩‍👩‍👧',
      '\u202Eمرحبا',
      'a\0b',
      "'; drop table x",
      'x'.repeat(2 ** 20),
    ]) {
      await test.store
        .insertInto('participations')
        .values(participation({ email }) as never)
        .execute();
      const row = await test.store
        .selectFrom('participations')
        .select('email')
        .orderBy('id', 'desc')
        .executeTakeFirst();
      expect(row?.email === email).toBe(true);
    }
  });
});
