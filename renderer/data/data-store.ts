import type {
  AppError,
  ModuleDescriptor,
  RowView,
  TableName,
  TableView,
} from '../../preload/contract';
import { call } from '../app/client';
import { toAppError } from '../app/errors';
import { createScreenStore } from '../app/screen-store';
import { filledColumns, PAGE_ROWS, type Page, readPage, readRows } from './read-rows';

interface DataState {
  tables: TableView[] | null;
  modules: ModuleDescriptor[];
  storeData: boolean;
  table: TableName | null;
  /** Null while the first page of a table is on its way. */
  rows: RowView[] | null;
  filled: ReadonlySet<string>;
  next: number | undefined;
  total: number;
  isLoadingMore: boolean;
  error: AppError | null;
  columnChoices: Partial<Record<TableName, Record<string, boolean>>>;
  /** Changes with every read from the top; an answer to an older read is dropped. */
  reading: object | null;
  open(): Promise<void>;
  select(table: TableName): Promise<void>;
  refresh(): Promise<void>;
  loadMore(): Promise<void>;
  chooseColumn(column: string, shown: boolean): void;
  resetColumns(): void;
}

export const useDataStore = createScreenStore<DataState>((set, get) => ({
  tables: null,
  modules: [],
  storeData: true,
  table: null,
  rows: null,
  filled: new Set(),
  next: undefined,
  total: 0,
  isLoadingMore: false,
  error: null,
  columnChoices: {},
  reading: null,

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
    set({ table, rows: null, filled: new Set(), next: undefined, total: 0 });
    await get().refresh();
  },

  refresh: async () => {
    const reading = {};
    set({ reading, error: null, isLoadingMore: false });
    try {
      const tables = await call('data.tables');
      const table = get().table ?? tables[0]?.name;
      if (get().reading !== reading || table === undefined) return;
      set({ tables, table });
      const page = await readRows(table, get().rows?.length ?? 0);
      if (get().reading === reading) set(fromPage(page));
    } catch (error) {
      if (get().reading === reading) set({ error: toAppError(error) });
    }
  },

  loadMore: async () => {
    const { table, rows, next, reading, isLoadingMore, error } = get();
    if (!table || !rows || next === undefined || isLoadingMore || error) return;
    set({ isLoadingMore: true });
    try {
      const page = await readPage(table, next, PAGE_ROWS);
      if (get().reading !== reading) return;
      set({
        rows: [...rows, ...page.rows],
        filled: new Set([...get().filled, ...filledColumns(page.rows)]),
        next: page.next,
        total: page.total,
        isLoadingMore: false,
      });
    } catch (error) {
      if (get().reading === reading) set({ error: toAppError(error), isLoadingMore: false });
    }
  },

  chooseColumn: (column, shown) => {
    const { table, columnChoices } = get();
    if (!table) return;
    set({
      columnChoices: { ...columnChoices, [table]: { ...columnChoices[table], [column]: shown } },
    });
  },

  resetColumns: () => {
    const { table, columnChoices } = get();
    if (table) set({ columnChoices: { ...columnChoices, [table]: {} } });
  },
}));

function fromPage({ rows, next, total }: Page) {
  return { rows, next, total, filled: filledColumns(rows) };
}

/** The declaration of the table that is open. */
export function useOpenTable(): TableView | undefined {
  return useDataStore(({ tables, table }) => tables?.find(({ name }) => name === table));
}
