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

export const CodeFileEncoding = z.enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252']);
export type CodeFileEncoding = z.infer<typeof CodeFileEncoding>;

/** Why a row of a file cannot be imported; `codes.issues.<problem>` words it. */
export const CODE_ROW_PROBLEMS = [
  'code_missing',
  'code_too_long',
  'forbidden_character',
  'quotes',
  'uses_invalid',
  'row_too_long',
  'twice_in_file',
  'already_in_pool',
] as const;
export const CodeRowProblem = z.enum(CODE_ROW_PROBLEMS);
export type CodeRowProblem = z.infer<typeof CodeRowProblem>;

export const CodeRowIssue = z.object({ line: z.number().int(), problem: CodeRowProblem });
export type CodeRowIssue = z.infer<typeof CodeRowIssue>;

/** What a file holds, before any of it is imported. */
export const CodeFilePreview = z.object({
  ticket: Id,
  fileName: z.string(),
  encoding: CodeFileEncoding,
  /** Codes that can be imported. */
  codes: z.number().int(),
  /** Rows that cannot; `issues` are the first of them. */
  problems: z.number().int(),
  rows: z.array(z.object({ line: z.number().int(), code: z.string(), maxUses: z.number().int() })),
  issues: z.array(CodeRowIssue),
});
export type CodeFilePreview = z.infer<typeof CodeFilePreview>;

export const CodeReadOutcome = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('read'), preview: CodeFilePreview }),
  z.object({ outcome: z.literal('dismissed') }),
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
  /** Asks for a CSV file and reads it. Without a pool, its codes become a new one. */
  'codes.read': channel({
    access: EDITORS,
    input: z.object({ poolId: Id.optional() }),
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
