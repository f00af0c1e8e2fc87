import { randomUUID } from 'node:crypto';
import {
  AppError,
  type ParsedInput,
  refusePersonalData,
  type SavedView,
  TableLayout,
} from '../../../preload/contract';
import type { Context } from '../../foundation/operation/context';

type Asking = Pick<Context, 'store' | 'user'>;

/** How the signed-in user looks at tables, by name. */
export async function listViews({ store, user }: Asking): Promise<SavedView[]> {
  const rows = await store
    .selectFrom('saved_views')
    .selectAll()
    .where('user_id', '=', user.id)
    .orderBy('name')
    .execute();
  return rows.map(({ id, table_name, name, view }) => ({
    id,
    table: table_name,
    name,
    layout: TableLayout.parse(JSON.parse(view)),
  }));
}

/**
 * A view of the same name in the same table is replaced. Its name outlives the rows of whom it names.
 *
 * @throws AppError `free_text.personal`
 */
export async function saveView(
  context: Asking & Pick<Context, 'nowMs'>,
  { table, name, layout }: ParsedInput<'views.save'>,
): Promise<SavedView[]> {
  const { store, user, nowMs } = context;
  refusePersonalData(name);
  const view = JSON.stringify(layout);
  await store.transaction().execute(async (transaction) => {
    const { numUpdatedRows } = await transaction
      .updateTable('saved_views')
      .set({ view })
      .where('user_id', '=', user.id)
      .where('table_name', '=', table)
      .where('name', '=', name)
      .executeTakeFirstOrThrow();
    if (numUpdatedRows > 0n) return;
    const created = { id: randomUUID(), user_id: user.id, created_at: nowMs };
    await transaction
      .insertInto('saved_views')
      .values({ ...created, table_name: table, name, view })
      .execute();
  });
  return listViews(context);
}

/** @throws AppError `data.view_exists`, `free_text.personal` */
export async function renameView(
  context: Asking,
  { id, name }: ParsedInput<'views.rename'>,
): Promise<SavedView[]> {
  refusePersonalData(name);
  const views = await listViews(context);
  const renamed = views.find((view) => view.id === id);
  const isTaken = views.some(
    (view) => view.id !== id && view.table === renamed?.table && view.name === name,
  );
  if (isTaken) throw new AppError('data.view_exists');
  const { store, user } = context;
  await store
    .updateTable('saved_views')
    .set({ name })
    .where('id', '=', id)
    .where('user_id', '=', user.id)
    .execute();
  return listViews(context);
}

export async function removeView(
  context: Asking,
  { id }: ParsedInput<'views.remove'>,
): Promise<SavedView[]> {
  const { store, user } = context;
  await store
    .deleteFrom('saved_views')
    .where('id', '=', id)
    .where('user_id', '=', user.id)
    .execute();
  return listViews(context);
}
