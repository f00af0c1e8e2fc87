import { AppError, type ParsedInput } from '../../../preload/contract';
import type { Context } from '../../foundation/operation/context';
import type { Store } from '../../foundation/store/database';

/** @throws AppError `codes.pool_not_found` */
export async function poolName(store: Store, poolId: string): Promise<string> {
  const pool = await store
    .selectFrom('code_pools')
    .select('name')
    .where('id', '=', poolId)
    .executeTakeFirst();
  if (!pool) throw new AppError('codes.pool_not_found');
  return pool.name;
}

/** @throws AppError `codes.pool_not_found` */
export async function renamePool(
  { store, record }: Pick<Context, 'store' | 'record'>,
  { id, name }: ParsedInput<'codes.rename'>,
): Promise<void> {
  await store.transaction().execute(async (transaction) => {
    const from = await poolName(transaction, id);
    await transaction.updateTable('code_pools').set({ name }).where('id', '=', id).execute();
    await record(transaction, { from, to: name });
  });
}
