import { z } from 'zod';
import { channel } from './channel';
import { DataFilter, RowId, Sort, TableName } from './tables';
import { Id, Nothing } from './values';

/** Whose personal values are masked in the data tabs, unless they reveal them. */
export const MaskingRule = z.enum(['nobody', 'viewers', 'everyone']);
export type MaskingRule = z.infer<typeof MaskingRule>;

export const MaskingView = z.object({
  rule: MaskingRule,
  /** Whether the rule masks for the signed-in user, who then cannot switch it off. */
  isRequired: z.boolean(),
  isMasked: z.boolean(),
  /** Columns that are shown in the clear until the workspace is locked or they are masked again. */
  revealed: z.array(z.object({ table: TableName, column: z.string() })),
});
export type MaskingView = z.infer<typeof MaskingView>;

/** Why somebody looks at what is masked: it goes into the audit log. */
export const RevealReason = z.string().trim().min(3).max(200);

/**
 * How a table is looked at. A search is not kept: it may name a person, whose rows it would outlive.
 */
export const TableLayout = z.strictObject({
  filter: DataFilter.omit({ search: true, searchIn: true, address: true, includeIds: true }),
  /** Instead of dates, which would soon be past. */
  days: z.number().int().min(1).max(3_650).nullable(),
  sort: Sort,
  /** Shown or hidden against the standard. */
  columns: z.record(z.string().max(64), z.boolean()),
  /** In pixels, where the user has set them. */
  widths: z.record(z.string().max(64), z.number().int().min(40).max(2_000)),
});
export type TableLayout = z.infer<typeof TableLayout>;

export const SavedView = z.object({
  id: Id,
  table: TableName,
  name: z.string(),
  layout: TableLayout,
});
export type SavedView = z.infer<typeof SavedView>;
const ViewName = z.string().trim().min(1).max(80);

const DATA_READERS = ['viewer', 'steward'] as const;

export const dataAccessChannels = {
  'masking.view': channel({ access: DATA_READERS, input: Nothing, output: MaskingView }),
  /** Whose values are masked, in the whole workspace. */
  'masking.setRule': channel({
    access: [],
    input: z.object({ rule: MaskingRule }),
    output: MaskingView,
  }),
  /** For the signed-in user; what is revealed is masked again. */
  'masking.setMine': channel({
    access: DATA_READERS,
    input: z.object({ isMasked: z.boolean() }),
    output: MaskingView,
  }),
  /** Shows a row or a column in the clear until the workspace is locked; with its reason in the audit log. */
  'masking.reveal': channel({
    access: DATA_READERS,
    input: z.object({
      table: TableName,
      what: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('row'), id: RowId }),
        z.object({ kind: z.literal('column'), column: z.string().max(64) }),
      ]),
      reason: RevealReason,
    }),
    output: MaskingView,
  }),
  /** Masks all that is revealed again. */
  'masking.hide': channel({ access: DATA_READERS, input: Nothing, output: MaskingView }),
  /** The signed-in user's own, by name. */
  'views.list': channel({ access: DATA_READERS, input: Nothing, output: z.array(SavedView) }),
  /** A view of the same name in the same table is replaced. */
  'views.save': channel({
    access: DATA_READERS,
    input: z.object({ table: TableName, name: ViewName, layout: TableLayout }),
    output: z.array(SavedView),
  }),
  /** Refused with `data.view_exists` when the name is taken. */
  'views.rename': channel({
    access: DATA_READERS,
    input: z.object({ id: Id, name: ViewName }),
    output: z.array(SavedView),
  }),
  'views.remove': channel({
    access: DATA_READERS,
    input: z.object({ id: Id }),
    output: z.array(SavedView),
  }),
};
