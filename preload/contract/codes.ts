import { z } from 'zod';
import { channel } from './channel';
import { ChatChannel, Id, InstantMs, Nothing } from './values';

/** Imported codes, that participants enter or are given. */
export const CodePool = z.object({
  id: Id,
  name: z.string(),
  size: z.number().int(),
  createdAt: InstantMs,
  /** How many codes were handed out, and how many different ones entered. */
  channels: z.array(
    z.object({ channel: ChatChannel, issued: z.number().int(), entered: z.number().int() }),
  ),
  /** Names of the experiences that use it, in a draft or in a version. */
  experiences: z.array(z.string()),
});
export type CodePool = z.infer<typeof CodePool>;

export const CodeFileEncoding = z.enum([
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'windows-1250',
  'windows-1251',
  'macintosh',
]);
export type CodeFileEncoding = z.infer<typeof CodeFileEncoding>;

/** What stands between the cells of a line; with nothing between them, a line is one cell. */
export const CodeFileDelimiter = z.enum([',', ';', '\t', '|', '']);
export type CodeFileDelimiter = z.infer<typeof CodeFileDelimiter>;

/** Columns of a file that can be chosen; those behind them are not read. */
export const MAX_CODE_COLUMNS = 100;
const Column = z
  .int()
  .min(0)
  .max(MAX_CODE_COLUMNS - 1);

/** How the table in a file begins: of a text encoding and delimiter, of a workbook the sheet. */
export const CodeFileLayout = z.object({
  encoding: CodeFileEncoding.nullable(),
  delimiter: CodeFileDelimiter.nullable(),
  /** The sheet's place in the workbook, from 0. */
  sheet: z.int().min(0).max(9_999).nullable(),
  /** The line that names the columns, from 1: neither it nor what stands above is imported. */
  headerLine: z.int().min(1).max(1_000_000).nullable(),
});
export type CodeFileLayout = z.infer<typeof CodeFileLayout>;

/** What the columns of a file are, from 0. */
export const CodeColumns = z.object({
  /** `each`: every cell is a code. Null while nobody has said which column it is. */
  code: z.union([Column, z.literal('each')]).nullable(),
  /** How often a code may be entered; without it, once. */
  uses: Column.nullable(),
  /** What a code is worth; without it, nothing. */
  points: Column.nullable(),
});
export type CodeColumns = z.infer<typeof CodeColumns>;

/** What a look at a file has found out that its user should know; `codes.notes.<note>` words it. */
export const CODE_FILE_NOTES = [
  'separator_line',
  'lines_above',
  'counting_column',
  'invisible_characters',
  'excel_texts',
  'each_cell',
  'header_guessed',
] as const;
export const CodeFileNote = z.enum(CODE_FILE_NOTES);
export type CodeFileNote = z.infer<typeof CodeFileNote>;

/** The beginning of a file, as it was understood. */
export const CodeFileSample = z.object({
  ticket: Id,
  fileName: z.string(),
  layout: CodeFileLayout,
  columns: CodeColumns,
  /** Of a workbook: those that hold something, or all it has. */
  sheets: z.array(z.object({ index: z.int(), name: z.string(), isHidden: z.boolean() })),
  /** The first rows, up to a few below the header line. */
  rows: z.array(z.object({ line: z.int(), cells: z.array(z.string()) })),
  /** Columns of the widest of the rows that were looked at. */
  width: z.int(),
  notes: z.array(CodeFileNote),
});
export type CodeFileSample = z.infer<typeof CodeFileSample>;

/** Why a row of a file cannot be imported; `codes.issues.<problem>` words it. */
export const CODE_ROW_PROBLEMS = [
  'code_missing',
  'code_too_long',
  'forbidden_character',
  'quotes',
  'uses_invalid',
  'points_invalid',
  'row_too_long',
  'rounded_number',
  'formula_error',
  'too_narrow',
  'date',
  'total',
  'other_table',
  'other_uses',
  'already_in_pool',
] as const;
export const CodeRowProblem = z.enum(CODE_ROW_PROBLEMS);
export type CodeRowProblem = z.infer<typeof CodeRowProblem>;

export const CodeRowIssue = z.object({
  line: z.number().int(),
  problem: CodeRowProblem,
  /** The row with the same code. */
  sameAs: z.number().int().optional(),
});
export type CodeRowIssue = z.infer<typeof CodeRowIssue>;

/** What looks as if the codes had been damaged before, and can be told from all of them only. */
export const CODE_FILE_WARNINGS = [
  'leading_zeros',
  'rounded_numbers',
  'dates',
  'hidden_rows',
] as const;
export const CodeFileWarning = z.enum(CODE_FILE_WARNINGS);
export type CodeFileWarning = z.infer<typeof CodeFileWarning>;

/** What a file holds, before any of it is imported. */
export const CodeFilePreview = z.object({
  fileName: z.string(),
  /** Codes that can be imported. */
  codes: z.number().int(),
  /** Rows that cannot; `issues` are the first of them. */
  problems: z.number().int(),
  /** Rows whose code stands in the file before, with the same uses; `repeated` are the first. */
  repeats: z.number().int(),
  rows: z.array(
    z.object({
      line: z.number().int(),
      code: z.string(),
      maxUses: z.number().int(),
      points: z.number().int(),
    }),
  ),
  issues: z.array(CodeRowIssue),
  repeated: z.array(z.object({ line: z.number().int(), sameAs: z.number().int() })),
  warnings: z.array(CodeFileWarning),
});
export type CodeFilePreview = z.infer<typeof CodeFilePreview>;

export const CodeChoiceOutcome = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('chosen'), sample: CodeFileSample }),
  z.object({ outcome: z.literal('dismissed') }),
]);
export type CodeChoiceOutcome = z.infer<typeof CodeChoiceOutcome>;

export const CodeReadOutcome = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('read'), preview: CodeFilePreview }),
  z.object({ outcome: z.literal('cancelled') }),
]);
export type CodeReadOutcome = z.infer<typeof CodeReadOutcome>;

export const CodesProgress = z.object({
  codes: z.number().int(),
  bytes: z.number().int(),
  totalBytes: z.number().int(),
});
export type CodesProgress = z.infer<typeof CodesProgress>;

export const CodePoolName = z.string().trim().min(1).max(120);

const EDITORS = ['editor'] as const;

export const codeChannels = {
  'codes.pools': channel({ access: EDITORS, input: Nothing, output: z.array(CodePool) }),
  /** Asks for a file and looks at how it begins. Without a pool, its codes become a new one. */
  'codes.choose': channel({
    access: EDITORS,
    input: z.object({ poolId: Id.optional() }),
    output: CodeChoiceOutcome,
  }),
  /** Looks at the file again, with what the user has corrected; the rest is found out anew. */
  'codes.look': channel({
    access: EDITORS,
    input: z.object({ ticket: Id, layout: CodeFileLayout.partial() }),
    output: CodeFileSample,
  }),
  /** Reads all of the file. */
  'codes.read': channel({
    access: EDITORS,
    input: z.object({ ticket: Id, layout: CodeFileLayout, columns: CodeColumns }),
    output: CodeReadOutcome,
    progress: 'codes.progress',
  }),
  'codes.cancel': channel({ access: EDITORS, input: Nothing, output: Nothing }),
  /** All codes of the preview, or none. `name` is that of a new pool. Answers with the pool's id. */
  'codes.import': channel({
    access: EDITORS,
    input: z.object({ ticket: Id, name: CodePoolName }),
    output: Id,
  }),
  'codes.discard': channel({ access: EDITORS, input: z.object({ ticket: Id }), output: Nothing }),
  'codes.rename': channel({
    access: EDITORS,
    input: z.object({ id: Id, name: CodePoolName }),
    output: Nothing,
  }),
  /** Refused with `codes.in_use` when more experiences use it than the user was shown. */
  'codes.delete': channel({
    access: EDITORS,
    input: z.object({ id: Id, confirmedExperiences: z.number().int().nonnegative() }),
    output: Nothing,
  }),
};
