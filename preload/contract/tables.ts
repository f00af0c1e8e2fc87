import { z } from 'zod';
import { channel } from './channel';
import { ChatChannel, Days, Id, InstantMs, Nothing } from './values';

/** The data tables: kinds of stored personal data. Each has its declaration in main/foundation/store/tables. */
export const TABLE_NAMES = [
  'customers',
  'participations',
  'winners',
  'consents',
  'instant_wins',
  'codes',
  'loyalty',
  'variables',
  'answers',
  'files',
  'runtime_log',
] as const;
export const TableName = z.enum(TABLE_NAMES);
export type TableName = z.infer<typeof TableName>;

export const ColumnView = z.object({
  name: z.string(),
  /** `instant` cells are milliseconds since the epoch; `bytes` are only ever opened on request. */
  kind: z.enum(['text', 'number', 'instant', 'bytes']),
  /** Identifies a person directly or says something about one. */
  personal: z.boolean(),
  /** Ids for machines, hidden until asked for. */
  technical: z.boolean(),
  /** The search looks into it. */
  searchable: z.boolean().optional(),
  /** Of use when one row is looked at, hidden until asked for. */
  detail: z.boolean().optional(),
});
export type ColumnView = z.infer<typeof ColumnView>;

export const TableView = z.object({
  name: TableName,
  columns: z.array(ColumnView),
  /** Rows that are stored and not expired. */
  rows: z.number().int(),
});
export type TableView = z.infer<typeof TableView>;

export const RowId = z.number().int().positive();

/** Which live rows of a table are meant; every part that is there has to match. */
export const DataFilter = z.strictObject({
  /** Part of what stands in a personal column, whatever its letter case. */
  search: z.string().trim().min(1).max(1_000).optional(),
  /** The columns that the search looks into; all that are searchable where it is missing. */
  searchIn: z.array(z.string().max(64)).max(50).optional(),
  /** About whom a row is: this address as a whole. */
  address: z.string().trim().min(1).max(1_000).optional(),
  experienceId: Id.optional(),
  moduleId: Id.optional(),
  channel: ChatChannel.optional(),
  /** Created at this time or later ... */
  from: InstantMs.optional(),
  /** ... and before this one. */
  to: InstantMs.optional(),
  /** Only these rows: what the user has selected. */
  includeIds: z.array(RowId).min(1).max(10_000).optional(),
});
export type DataFilter = z.infer<typeof DataFilter>;

export const Cell = z.union([z.string(), z.number(), z.null()]);
export type Cell = z.infer<typeof Cell>;
export const RowView = z.object({
  id: RowId,
  cells: z.record(z.string(), Cell),
  /** Personal values are hidden: `data.reveal` shows them. */
  isMasked: z.boolean(),
});
export type RowView = z.infer<typeof RowView>;

/** By any column; ties by age. */
export const Sort = z.strictObject({ column: z.string().max(64), descending: z.boolean() });
export type Sort = z.infer<typeof Sort>;
export const NEWEST_FIRST: Sort = { column: 'created_at', descending: true };

export const MAX_SELECTED_ROWS = 10_000;

/** Rows of a table that the same conversation left; the first of them where there are many. */
export const RelatedRows = z.object({
  table: TableName,
  rows: z.array(RowView),
  total: z.number().int(),
});
export type RelatedRows = z.infer<typeof RelatedRows>;

export const FilterChoices = z.object({
  experiences: z.array(z.object({ id: Id, name: z.string() })),
  modules: z.array(
    z.object({
      id: Id,
      type: z.string(),
      /** What its authors call it; null where they do not, and it goes by its kind. */
      name: z.string().nullable(),
      experienceId: Id,
    }),
  ),
});
export type FilterChoices = z.infer<typeof FilterChoices>;

const DATA_READERS = ['viewer', 'steward'] as const;
const DATA_STEWARDS = ['steward'] as const;

export const dataChannels = {
  /** The tabs, in order. */
  'data.tables': channel({
    access: DATA_READERS,
    input: Nothing,
    output: z.array(TableView),
  }),
  /**
   * Rows in the order of `sort`, from the place `from` of the list. Without `list`, or with one that
   * is gone, the list is made anew; with it, rows keep their places however many come and go. A row
   * that has gone since is null. While the list is not complete, `total` counts what is found so far,
   * and `data.listed` follows.
   */
  'data.page': channel({
    access: DATA_READERS,
    input: z.object({
      table: TableName,
      filter: DataFilter.default({}),
      sort: Sort.default(NEWEST_FIRST),
      list: z.number().int().optional(),
      /** A list that nobody will ask for any more. */
      replaces: z.number().int().optional(),
      from: z.number().int().nonnegative().default(0),
      limit: z.number().int().min(1).max(500),
    }),
    output: z.object({
      list: z.number().int(),
      rows: z.array(RowView.nullable()),
      total: z.number().int(),
      isComplete: z.boolean(),
    }),
  }),
  /** The ids of a span of a list, for a selection: at most {@link MAX_SELECTED_ROWS}. */
  'data.ids': channel({
    access: DATA_READERS,
    input: z.object({
      list: z.number().int(),
      from: z.number().int().nonnegative(),
      to: z.number().int().nonnegative(),
    }),
    output: z.array(RowId),
  }),
  /** A row, and what else is stored of the same conversation. Refused with `data.row_not_found`. */
  'data.row': channel({
    access: DATA_READERS,
    input: z.object({ table: TableName, id: RowId }),
    output: z.object({ row: RowView, related: z.array(RelatedRows) }),
  }),
  /** What a filter can choose from: experiences that have rows in the table, modules that write it. */
  'data.filterChoices': channel({
    access: DATA_READERS,
    input: z.object({ table: TableName }),
    output: FilterChoices,
  }),
  /** Refused with `data.row_held` while a legal hold keeps the row. */
  'data.deleteRow': channel({
    access: DATA_STEWARDS,
    input: z.object({ table: TableName, id: RowId }),
    output: Nothing,
  }),
  /**
   * Deletes all rows that the filter means. Refused with `data.count_changed` when there are more than
   * the user was shown. Rows under a legal hold stay and are counted in `held`.
   */
  'data.deleteAll': channel({
    access: DATA_STEWARDS,
    input: z.object({
      table: TableName,
      filter: DataFilter.default({}),
      confirmedRows: z.number().int().nonnegative(),
    }),
    progress: 'data.deleting',
    output: z.discriminatedUnion('outcome', [
      z.object({
        outcome: z.literal('deleted'),
        deleted: z.number().int(),
        held: z.number().int(),
      }),
      /** Stopped half-way: nothing is deleted. */
      z.object({ outcome: z.literal('cancelled') }),
    ]),
  }),
  'data.cancelDeletion': channel({ access: DATA_STEWARDS, input: Nothing, output: Nothing }),
};

export const StorageRule = z.object({ table: TableName, days: Days });
export const ModuleRowCounts = z.record(Id, z.partialRecord(TableName, z.number().int()));
export type ModuleRowCounts = z.infer<typeof ModuleRowCounts>;
