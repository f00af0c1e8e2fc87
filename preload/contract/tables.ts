import { z } from 'zod';
import { channel } from './channel';
import { ChatChannel, Days, Id, InstantMs, Nothing } from './values';

/** The data tables: kinds of stored personal data. Each has its declaration in main/store/tables. */
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
  search: z.string().trim().min(1).max(200).optional(),
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
export const RowView = z.object({ id: RowId, cells: z.record(z.string(), Cell) });
export type RowView = z.infer<typeof RowView>;

const DATA_READERS = ['viewer', 'steward'] as const;
const DATA_STEWARDS = ['steward'] as const;

export const dataChannels = {
  /** The tabs, in order. */
  'data.tables': channel({
    access: DATA_READERS,
    input: Nothing,
    output: z.array(TableView),
  }),
  /** Newest first. `before` is the last id of the page above; a missing `next` ends the table. */
  'data.page': channel({
    access: DATA_READERS,
    input: z.object({
      table: TableName,
      before: RowId.optional(),
      limit: z.number().int().min(1).max(500),
    }),
    output: z.object({ rows: z.array(RowView), next: RowId.optional(), total: z.number().int() }),
  }),
  /** Refused with `data.row_held` while a legal hold keeps the row. */
  'data.deleteRow': channel({
    access: DATA_STEWARDS,
    input: z.object({ table: TableName, id: RowId }),
    output: Nothing,
  }),
  /**
   * Refused with `data.count_changed` when there are more rows than the user was shown. Rows under a
   * legal hold stay and are counted in `held`.
   */
  'data.deleteAll': channel({
    access: DATA_STEWARDS,
    input: z.object({ table: TableName, confirmedRows: z.number().int().nonnegative() }),
    output: z.object({ deleted: z.number().int(), held: z.number().int() }),
  }),
};

export const StorageRule = z.object({ table: TableName, days: Days });
export const ModuleRowCounts = z.record(Id, z.partialRecord(TableName, z.number().int()));
export type ModuleRowCounts = z.infer<typeof ModuleRowCounts>;
