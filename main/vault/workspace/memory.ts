import { memoryDays, type ParsedInput } from '../../../preload/contract';
import type { Context } from '../../foundation/operation/context';
import { DAY_MS } from '../../foundation/time';

export async function recall(
  { store, user, nowMs }: Pick<Context, 'store' | 'user' | 'nowMs'>,
  { key }: ParsedInput<'memory.recall'>,
): Promise<string | null> {
  const row = await store
    .selectFrom('user_memory')
    .select('value')
    .where('user_id', '=', user.id)
    .where('key', '=', key)
    .where('expires_at', '>', nowMs)
    .executeTakeFirst();
  return row?.value ?? null;
}

/** In place of what was remembered under the key. */
export async function remember(
  { store, user, nowMs }: Pick<Context, 'store' | 'user' | 'nowMs'>,
  { key, value }: ParsedInput<'memory.remember'>,
): Promise<void> {
  await store.transaction().execute(async (transaction) => {
    await transaction
      .deleteFrom('user_memory')
      .where('user_id', '=', user.id)
      .where('key', '=', key)
      .execute();
    if (value === null) return;
    const expires_at = nowMs + memoryDays(key) * DAY_MS;
    await transaction
      .insertInto('user_memory')
      .values({ user_id: user.id, key, value, saved_at: nowMs, expires_at })
      .execute();
  });
}
