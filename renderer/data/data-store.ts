import { z } from 'zod';
import {
  type AppError,
  type FilterChoices,
  type ModuleDescriptor,
  NEWEST_FIRST,
  type SavedView,
  type Sort,
  TableLayout,
  TableName,
  type TableView,
} from '../../preload/contract';
import { call } from '../app/client';
import { showError, toAppError } from '../app/errors';
import { keepStores, onPersonErased } from '../app/place';
import { createScreenStore } from '../app/screen-store';
import { filterOf, STANDARD_LAYOUT } from './layout';
import { useRowsStore } from './rows-store';

interface DataState {
  tables: TableView[] | null;
  modules: ModuleDescriptor[];
  storeData: boolean;
  error: AppError | null;
  table: TableName | null;
  layouts: Partial<Record<TableName, TableLayout>>;
  searches: Partial<Record<TableName, string>>;
  choices: FilterChoices;
  open(): Promise<void>;
  select(table: TableName): Promise<void>;
  /** Counts and rows, as they are now. */
  refresh(): Promise<void>;
  /** Changes how the open table is looked at; rows are read anew where that changes them. */
  setLayout(change: (layout: TableLayout) => TableLayout): void;
  setSearch(search: string): void;
  sortBy(column: string): void;
  chooseColumn(column: string, shown: boolean): void;
  setWidth(column: string, width: number | null): void;
  resetColumns(): void;
  resetFilter(): void;
  apply(view: SavedView): void;
}

export const useDataStore = createScreenStore<DataState>((set, get) => {
  const readRows = async (): Promise<void> => {
    const { table } = get();
    if (!table) return;
    const { layout, search } = lookOf(get());
    const view = { table, filter: filterOf(layout, search), sort: layout.sort };
    await useRowsStore.getState().read(view);
    const { error, view: read } = useRowsStore.getState();
    if (error?.code !== 'data.masked_order' || read !== view) return;
    // A column, or a saved view from when its values were not masked: said, and undone.
    showError(error);
    get().setLayout((before) => ({ ...before, sort: NEWEST_FIRST }));
  };
  const readChoices = async (table: TableName): Promise<void> => {
    const choices = await call('data.filterChoices', { table });
    if (get().table === table) set({ choices });
  };

  return {
    tables: null,
    modules: [],
    storeData: true,
    error: null,
    table: null,
    layouts: {},
    searches: {},
    choices: { experiences: [], modules: [] },

    open: async () => {
      const refreshed = get().refresh();
      try {
        const [modules, settings] = await Promise.all([
          call('modules.list'),
          call('workspace.settings'),
        ]);
        set({ modules, storeData: settings.storeData });
      } catch (error) {
        set({ error: toAppError(error) });
      }
      await refreshed;
    },

    select: async (table) => {
      set({ table, choices: { experiences: [], modules: [] } });
      useRowsStore.getState().forget();
      await get().refresh();
    },

    refresh: async () => {
      set({ error: null });
      try {
        const { table } = get();
        // The rows first: they are what the user looks at.
        const rows = readRows();
        const tables = await call('data.tables');
        const open = table ?? firstToShow(tables)?.name;
        if (open === undefined) return;
        if (table === null) set({ table: open });
        set({ tables });
        await Promise.all([table === null ? readRows() : rows, readChoices(open)]);
      } catch (error) {
        set({ error: toAppError(error) });
      }
    },

    setLayout: (change) => {
      const { table, layouts } = get();
      if (!table) return;
      const { layout } = lookOf(get());
      const next = change(layout);
      set({ layouts: { ...layouts, [table]: next } });
      const isSame =
        next.filter === layout.filter && next.sort === layout.sort && next.days === layout.days;
      if (!isSame) void readRows();
    },

    setSearch: (search) => {
      const { table, searches } = get();
      if (!table) return;
      set({ searches: { ...searches, [table]: search } });
      void readRows();
    },

    sortBy: (column) =>
      get().setLayout((layout) => ({ ...layout, sort: turned(layout.sort, column) })),

    chooseColumn: (column, shown) =>
      get().setLayout((layout) => ({ ...layout, columns: { ...layout.columns, [column]: shown } })),

    setWidth: (column, width) =>
      get().setLayout(({ widths: { [column]: _before, ...others }, ...layout }) => ({
        ...layout,
        widths: width === null ? others : { ...others, [column]: Math.round(width) },
      })),

    resetColumns: () => get().setLayout((layout) => ({ ...layout, columns: {}, widths: {} })),

    resetFilter: () => {
      const { table, searches } = get();
      if (table) set({ searches: { ...searches, [table]: '' } });
      get().setLayout((layout) => ({ ...layout, filter: {}, days: null }));
    },

    apply: ({ table, layout }) => {
      if (get().table !== table) return;
      set({ searches: { ...get().searches, [table]: '' } });
      get().setLayout(() => ({ ...layout, filter: { ...layout.filter } }));
    },
  };
});

/** One that has something to see, where there is one. */
function firstToShow(tables: readonly TableView[]): TableView | undefined {
  return tables.find(({ rows }) => rows > 0) ?? tables[0];
}

/** Times first fall, texts first rise; the same column again turns it round. */
function turned({ column: before, descending }: Sort, column: string): Sort {
  if (before === column) return { column, descending: !descending };
  return { column, descending: column === 'created_at' || column === 'last_active_at' };
}

export function lookOf({ table, layouts, searches }: DataState) {
  return {
    layout: (table && layouts[table]) ?? STANDARD_LAYOUT,
    search: (table && searches[table]) ?? '',
  };
}

export function useLayout(): TableLayout {
  return useDataStore((state) => lookOf(state).layout);
}

export function useSearch(): string {
  return useDataStore((state) => lookOf(state).search);
}

/** The declaration of the table that is open. */
export function useOpenTable(): TableView | undefined {
  return useDataStore(({ tables, table }) => tables?.find(({ name }) => name === table));
}

const DataPlace = z.object({
  table: TableName.nullable(),
  layouts: z.partialRecord(TableName, TableLayout),
  searches: z.partialRecord(TableName, z.string()),
});

/** Filters and what is searched for may name a person. */
onPersonErased(() => {
  const { layouts, tables, refresh } = useDataStore.getState();
  const unfiltered = Object.entries(layouts).map(([table, layout]) => [
    table,
    { ...layout, filter: {} },
  ]);
  useDataStore.setState({ searches: {}, layouts: Object.fromEntries(unfiltered) });
  if (tables) void refresh();
});

keepStores([useDataStore], 'data', {
  shape: DataPlace,
  of: () => {
    const { table, layouts, searches } = useDataStore.getState();
    return table === null ? undefined : { table, layouts, searches };
  },
  restore: (place) => useDataStore.setState(place),
});
