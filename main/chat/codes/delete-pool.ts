import { AppError, type ParsedInput } from '../../../preload/contract';
import type { LaneContext } from '../../foundation/operation/context';
import { expectLeftovers, removeLeftovers } from './leftovers';
import { usedBy } from './list-pools';

/**
 * The pool is gone at once, its codes thereafter in pieces.
 *
 * @throws AppError `codes.pool_not_found`, or `codes.in_use` when more experiences use it than the
 * user was shown.
 */
export async function deletePool(
  { store, record }: Pick<LaneContext, 'store' | 'record'>,
  { id, confirmedExperiences }: ParsedInput<'codes.delete'>,
): Promise<void> {
  await store.transaction().execute(async (transaction) => {
    const pool = await transaction
      .selectFrom('code_pools')
      .select(['name', 'size'])
      .where('id', '=', id)
      .executeTakeFirst();
    if (!pool) throw new AppError('codes.pool_not_found');
    const { length: count } = await usedBy(transaction, id);
    if (count > confirmedExperiences) throw new AppError('codes.in_use', { count });
    await expectLeftovers(transaction, id);
    await transaction.deleteFrom('code_pools').where('id', '=', id).execute();
    await record(transaction, { pool: pool.name, codes: pool.size });
  });
  await removeLeftovers(store);
}
