import { ExportHabits, type ParsedInput } from '../../../preload/contract';
import type { Context } from '../../foundation/operation/context';

/** Null before the user's first export, and where it is of another version. */
export async function readHabits({
  store,
  user,
}: Pick<Context, 'store' | 'user'>): Promise<ExportHabits | null> {
  const { export_habits: stored } = await store
    .selectFrom('users')
    .select('export_habits')
    .where('id', '=', user.id)
    .executeTakeFirstOrThrow();
  return stored === null ? null : (ExportHabits.safeParse(JSON.parse(stored)).data ?? null);
}

export async function setHabits(
  { store, user }: Pick<Context, 'store' | 'user'>,
  habits: ParsedInput<'exports.setHabits'>,
): Promise<void> {
  await store
    .updateTable('users')
    .set({ export_habits: JSON.stringify(habits) })
    .where('id', '=', user.id)
    .execute();
}
