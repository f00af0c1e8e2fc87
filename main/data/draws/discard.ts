import { AppError, type ParsedInput } from '../../../preload/contract';
import type { Context } from '../../foundation/operation/context';
import { askForScrub } from '../../vault/retention/scrub';
import { findDraw } from './stored-draw';

/** @throws AppError `draw.not_found`, `draw.not_prepared` when it is drawn already. */
export async function discardDraw(
  { store, record }: Pick<Context, 'store' | 'record'>,
  { id }: ParsedInput<'draws.discard'>,
): Promise<void> {
  await store.transaction().execute(async (transaction) => {
    const { state, giveaway_name: giveaway } = await findDraw(transaction, id);
    if (state !== 'prepared') throw new AppError('draw.not_prepared');
    await transaction
      .updateTable('draws')
      .set({ state: 'discarded', entries: new Uint8Array() })
      .where('id', '=', id)
      .execute();
    await askForScrub(transaction);
    await record(transaction, { giveaway });
  });
}
