import type { Store } from '../../foundation/store/database';
import { readSetting, writeSetting } from '../../foundation/store/settings';
import { issuedCounter, poolSize, usedCounter } from '../claims/codes';

/** Rows for one statement: chats wait for the write lock no longer than it takes. */
const CHUNK_ROWS = 5_000;

/** Notes that codes of the pool may be left behind, to be undone in the transaction that ends that. */
export async function expectLeftovers(transaction: Store, poolId: string): Promise<void> {
  const pools = await readSetting(transaction, 'leftover_codes');
  if (!pools.includes(poolId))
    await writeSetting(transaction, 'leftover_codes', [...pools, poolId]);
}

export async function expectNoLeftovers(transaction: Store, poolId: string): Promise<void> {
  const pools = await readSetting(transaction, 'leftover_codes');
  await writeSetting(
    transaction,
    'leftover_codes',
    pools.filter((each) => each !== poolId),
  );
}

/** Removes the codes of imports that were not finished, and those of deleted pools. */
export async function removeLeftovers(store: Store): Promise<void> {
  for (const poolId of await readSetting(store, 'leftover_codes')) {
    const size = await poolSize(store, poolId);
    await removeCodesBeyond(store, poolId, size);
    if (size === 0) await removeCounters(store, poolId);
    await store.transaction().execute((transaction) => expectNoLeftovers(transaction, poolId));
  }
}

async function removeCodesBeyond(store: Store, poolId: string, size: number): Promise<void> {
  for (;;) {
    const { numDeletedRows } = await store
      .deleteFrom('pool_codes')
      .where('pool_id', '=', poolId)
      .where('position', 'in', (from) =>
        from
          .selectFrom('pool_codes')
          .select('position')
          .where('pool_id', '=', poolId)
          .where('position', '>', size)
          .limit(CHUNK_ROWS),
      )
      .executeTakeFirstOrThrow();
    if (numDeletedRows < CHUNK_ROWS) return;
  }
}

async function removeCounters(store: Store, poolId: string): Promise<void> {
  const used = usedCounter(poolId, '');
  for (;;) {
    const { numDeletedRows } = await store
      .deleteFrom('counters')
      .where('name', 'in', (from) =>
        from
          .selectFrom('counters')
          .select('name')
          .where((counter) =>
            counter.or([
              counter('name', '=', issuedCounter(poolId)),
              // Up to the next character after the blank that ends the prefix.
              counter.and([
                counter('name', '>', used),
                counter('name', '<', `${used.slice(0, -1)}!`),
              ]),
            ]),
          )
          .limit(CHUNK_ROWS),
      )
      .executeTakeFirstOrThrow();
    if (numDeletedRows < CHUNK_ROWS) return;
  }
}
