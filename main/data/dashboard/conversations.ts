import {
  type Output,
  type ParsedInput,
  TABLE_NAMES,
  type TableName,
} from '../../../preload/contract';
import type { LaneContext } from '../../foundation/operation/context';
import { anyTable } from '../../foundation/store/tables/any-table';

/** In how many conversations each experience has left live entries, the most first. */
export async function conversations(
  { store, nowMs }: Pick<LaneContext, 'store' | 'nowMs'>,
  { channel }: ParsedInput<'dashboard.conversations'>,
): Promise<Output<'dashboard.conversations'>> {
  const heldIn = (table: TableName) =>
    store
      .selectFrom(anyTable(table))
      .where('expires_at', '>', nowMs)
      .where('channel', '=', channel)
      .select(['experience_id as experienceId', 'session_id']);
  const [first, ...others] = TABLE_NAMES;
  const held = others.reduce((all, table) => all.union(heldIn(table)), heldIn(first));
  const counts = await store
    .selectFrom(held.as('held'))
    .select(({ fn }) => ['experienceId', fn.countAll<number>().as('conversations')])
    .groupBy('experienceId')
    .orderBy('conversations', 'desc')
    .orderBy('experienceId')
    .execute();
  return counts.flatMap(({ experienceId, conversations: count }) =>
    experienceId === null ? [] : [{ experienceId, conversations: count }],
  );
}
