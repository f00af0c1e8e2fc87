import { randomUUID } from 'node:crypto';
import { AppError, type ParsedInput, type SavedView, TableLayout } from '../../preload/contract';
import type { Store } from '../store/database';

export interface SavedViewsPorts {
  readonly store: Store;
  readonly userId: () => string;
  readonly nowMs: () => number;
}

/** How the signed-in user looks at tables, by name. */
export class SavedViews {
  readonly #ports: SavedViewsPorts;

  constructor(ports: SavedViewsPorts) {
    this.#ports = ports;
  }

  async list(): Promise<SavedView[]> {
    const { store, userId } = this.#ports;
    const rows = await store
      .selectFrom('saved_views')
      .selectAll()
      .where('user_id', '=', userId())
      .orderBy('name')
      .execute();
    return rows.map(({ id, table_name, name, view }) => ({
      id,
      table: table_name,
      name,
      layout: TableLayout.parse(JSON.parse(view)),
    }));
  }

  async save({ table, name, layout }: ParsedInput<'views.save'>): Promise<SavedView[]> {
    const { store, userId, nowMs } = this.#ports;
    const view = JSON.stringify(layout);
    await store.transaction().execute(async (transaction) => {
      const { numUpdatedRows } = await transaction
        .updateTable('saved_views')
        .set({ view })
        .where('user_id', '=', userId())
        .where('table_name', '=', table)
        .where('name', '=', name)
        .executeTakeFirstOrThrow();
      if (numUpdatedRows > 0n) return;
      await transaction
        .insertInto('saved_views')
        .values({
          id: randomUUID(),
          user_id: userId(),
          table_name: table,
          name,
          view,
          created_at: nowMs(),
        })
        .execute();
    });
    return this.list();
  }

  /** @throws AppError `data.view_exists` */
  async rename({ id, name }: ParsedInput<'views.rename'>): Promise<SavedView[]> {
    const views = await this.list();
    const renamed = views.find((view) => view.id === id);
    const isTaken = views.some(
      (view) => view.id !== id && view.table === renamed?.table && view.name === name,
    );
    if (isTaken) throw new AppError('data.view_exists');
    await this.#own(id).set({ name }).execute();
    return this.list();
  }

  async remove(id: string): Promise<SavedView[]> {
    const { store, userId } = this.#ports;
    await store
      .deleteFrom('saved_views')
      .where('id', '=', id)
      .where('user_id', '=', userId())
      .execute();
    return this.list();
  }

  #own(id: string) {
    const { store, userId } = this.#ports;
    return store.updateTable('saved_views').where('id', '=', id).where('user_id', '=', userId());
  }
}
