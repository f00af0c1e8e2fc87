import { AppError } from '../../preload/contract';
import { type Actor, recordAudit } from '../audit/audit-log';
import type { Store } from '../store/database';
import { expectLeftovers, removeLeftovers } from './leftovers';
import { usedBy } from './list-pools';

/**
 * The pool is gone at once, its codes thereafter in pieces.
 *
 * @throws AppError `codes.pool_not_found`, or `codes.in_use` when more experiences use it than the
 * user was shown.
 */
export async function deletePool(
  store: Store,
  actor: Actor,
  { poolId, confirmedExperiences }: { poolId: string; confirmedExperiences: number },
  nowMs: number,
): Promise<void> {
  await store.transaction().execute(async (transaction) => {
    const pool = await transaction
      .selectFrom('code_pools')
      .select(['name', 'size'])
      .where('id', '=', poolId)
      .executeTakeFirst();
    if (!pool) throw new AppError('codes.pool_not_found');
    const { length: count } = await usedBy(transaction, poolId);
    if (count > confirmedExperiences) throw new AppError('codes.in_use', { count });
    await expectLeftovers(transaction, poolId);
    await transaction.deleteFrom('code_pools').where('id', '=', poolId).execute();
    const details = { pool: pool.name, codes: pool.size };
    await recordAudit(transaction, actor, nowMs, 'codes.deleted', details);
  });
  await removeLeftovers(store);
}
