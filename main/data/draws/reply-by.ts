import type { DrawView, ParsedInput } from '../../../preload/contract';
import type { Context } from '../../foundation/operation/context';
import { findDraw, viewOf } from './stored-draw';

/** Until when winners are to answer; nothing happens by itself then. @throws AppError `draw.not_found` */
export function setReplyBy(
  { store, record }: Pick<Context, 'store' | 'record'>,
  { id, replyBy }: ParsedInput<'draws.setReplyBy'>,
): Promise<DrawView> {
  return store.transaction().execute(async (transaction) => {
    const { giveaway_name: giveaway } = await findDraw(transaction, id);
    await transaction
      .updateTable('draws')
      .set({ reply_by: replyBy })
      .where('id', '=', id)
      .execute();
    await record(transaction, { giveaway, day: replyBy ?? 'unset' });
    return viewOf(await findDraw(transaction, id));
  });
}
