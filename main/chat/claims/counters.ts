import type { ChatChannel } from '../../../preload/contract';
import type { Store } from '../../foundation/store/database';

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

/** The first of these counters that nobody has taken, taken now; null when all are. */
export async function takeFirst(
  transaction: Store,
  { channel, names }: { channel: ChatChannel; names: readonly string[] },
): Promise<string | null> {
  if (names.length === 0) return null;
  const taken = await transaction
    .selectFrom('counters')
    .select('name')
    .where('channel', '=', channel)
    .where('name', 'in', names)
    .execute();
  const gone = new Set(taken.map(({ name }) => name));
  for (const name of names) {
    if (gone.has(name)) continue;
    if ((await takeOne(transaction, { channel, name, limit: 1 })) !== null) return name;
  }
  return null;
}
