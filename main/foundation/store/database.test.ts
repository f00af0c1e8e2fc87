import { sql } from 'kysely';
import { describe, expect, it, vi } from 'vitest';
import { NOW_MS } from '../../../tests/support/now';
import {
  countRows,
  effect,
  ORIGIN,
  openAgain,
  openTestStore,
  participation,
} from '../../../tests/support/store';
import { createEffectStore } from '../../chat/writing/effect-store';
import { openConnection } from './connection';
import { createStore } from './database';
import { refusals } from './refusals';
import { readSetting, writeSetting } from './settings';

describe('a store', () => {
  it('rolls back all of a transaction that fails', async () => {
    const test = await openTestStore();
    const failing = test.store.transaction().execute(async (transaction) => {
      await writeSetting(transaction, 'clock_jump_days', 7);
      throw new Error('No.');
    });
    await expect(failing).rejects.toThrow('No.');
    expect(await readSetting(test.store, 'clock_jump_days')).toBe(30);
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
    const waiting = writeSetting(test.store, 'clock_jump_days', 7);
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
    expect(await readSetting(test.store, 'clock_jump_days')).toBe(7);
  });

  it('lets whoever was refused write before its next transaction', async () => {
    const test = await openTestStore();
    const other = openAgain(test);
    const before = refusals();
    let waiting: Promise<void> | undefined;
    await test.store.transaction().execute(async (transaction) => {
      await writeSetting(transaction, 'idle_lock_minutes', 5);
      waiting = writeSetting(other, 'clock_jump_days', 7);
      await vi.waitUntil(() => refusals() !== before);
    });
    const seen = await test.store
      .transaction()
      .execute((transaction) => readSetting(transaction, 'clock_jump_days'));
    expect(seen).toBe(7);
    await waiting;
  });

  it('reads on while a write of its own waits for another connection', async () => {
    const test = await openTestStore();
    const other = openConnection({ file: test.file, key: test.key });
    other.exec('begin immediate');
    const waiting = [
      writeSetting(test.store, 'idle_lock_minutes', 5),
      test.store.transaction().execute((own) => writeSetting(own, 'clock_jump_days', 5)),
    ];
    expect(await readSetting(test.store, 'idle_lock_minutes')).toBe(10);
    other.exec('commit');
    other.close();
    await Promise.all(waiting);
    expect(await readSetting(test.store, 'idle_lock_minutes')).toBe(5);
    expect(await readSetting(test.store, 'clock_jump_days')).toBe(5);
  });

  it('lets nobody in between the statements of a transaction', async () => {
    const { store } = await openTestStore();
    let read: Promise<number> | undefined;
    await store.transaction().execute(async (transaction) => {
      await writeSetting(transaction, 'clock_jump_days', 1);
      read = readSetting(store, 'clock_jump_days');
      await new Promise(setImmediate);
      await writeSetting(transaction, 'clock_jump_days', 2);
    });
    expect(await read).toBe(2);
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
