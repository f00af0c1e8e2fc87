import type { SavedView, TableLayout, TableName } from '../../preload/contract';
import { call } from '../app/client';
import { showError } from '../app/errors';
import { deleteLater } from '../app/going';
import { createScreenStore } from '../app/screen-store';

interface ViewsState {
  views: SavedView[];
  load(): Promise<void>;
  save(table: TableName, name: string, layout: TableLayout): Promise<void>;
  rename(id: string, name: string): Promise<void>;
  remove(view: SavedView): Promise<void>;
}

/** The signed-in user's saved views, of all tables. */
export const useViewsStore = createScreenStore<ViewsState>((set, get) => ({
  views: [],
  load: async () => set({ views: await call('views.list') }),
  save: async (table, name, layout) =>
    set({ views: await call('views.save', { table, name, layout }) }),
  rename: async (id, name) => set({ views: await call('views.rename', { id, name }) }),
  remove: ({ id, name }) =>
    deleteLater(
      { channel: 'views.remove', input: { id } },
      { name, onEnd: () => void get().load().catch(showError) },
    ),
}));
