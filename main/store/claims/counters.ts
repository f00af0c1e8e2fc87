import type { ChatChannel } from '../../../preload/contract';
import type { Store } from '../database';

/**
 * Takes one more of what the counter counts, in one statement, so that no two sessions take the same.
 * Returns the number of the one taken, from 1; null when all are taken.
 */
export async function takeOne(
  transaction: Store,
  counter: { channel: ChatChannel; name: string; limit: number },
): Promise<number | null> {
  const { channel, name, limit } = counter;
  if (limit < 1) return null;
  const row = await transaction
    .insertInto('counters')
    .values({ channel, name, taken: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['channel', 'name'])
        .doUpdateSet((row) => ({ taken: row('counters.taken', '+', 1) }))
        .where('counters.taken', '<', limit),
    )
    .returning('taken')
    .executeTakeFirst();
  return row?.taken ?? null;
}
