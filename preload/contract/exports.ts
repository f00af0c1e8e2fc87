import { z } from 'zod';
import { channel } from './channel';
import { TableName } from './tables';
import { Id, Nothing } from './values';

/** The four obligations, in the order in which they are shown; `exports.obligations.<id>` words them. */
export const OBLIGATIONS = ['delete_soon', 'no_unencrypted', 'keep_secret', 'own_risk'] as const;
export const Obligation = z.enum(OBLIGATIONS);
export type Obligation = z.infer<typeof Obligation>;

const AllObligations = z
  .array(Obligation)
  .refine((accepted) => OBLIGATIONS.every((obligation) => accepted.includes(obligation)));

/** The password leaves main once, to be shown; it is neither stored nor logged. */
export const ExportTicket = z.object({ ticket: Id, password: z.string() });

export const ExportOutcome = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.literal('saved'),
    fileName: z.string(),
    folder: z.string(),
    rows: z.number().int(),
    bytes: z.number().int(),
    sha256: z.string(),
  }),
  /** The dialog was dismissed: nothing was written and the ticket is still good. */
  z.object({ outcome: z.literal('dismissed') }),
  /** Stopped half-way: nothing is left on disk and the ticket is still good. */
  z.object({ outcome: z.literal('cancelled') }),
]);
export type ExportOutcome = z.infer<typeof ExportOutcome>;

export const ExportProgress = z.object({
  ticket: Id,
  phase: z.enum(['writing', 'verifying']),
  rows: z.number().int(),
  totalRows: z.number().int(),
});
export type ExportProgress = z.infer<typeof ExportProgress>;

const STEWARDS = ['steward'] as const;
const ByTicket = z.object({ ticket: Id });

export const exportChannels = {
  'exports.prepare': channel({
    access: STEWARDS,
    input: z.object({ table: TableName, accepted: AllObligations }),
    output: ExportTicket,
  }),
  /** Main writes the clipboard, and clears it after 60 s if it still holds the password. */
  'exports.copyPassword': channel({ access: STEWARDS, input: ByTicket, output: Nothing }),
  /** Opens the file dialog, writes, verifies and renames. A ticket that saved is used up. */
  'exports.save': channel({ access: STEWARDS, input: ByTicket, output: ExportOutcome }),
  'exports.cancel': channel({ access: STEWARDS, input: ByTicket, output: Nothing }),
  /** Forgets the ticket and its password. */
  'exports.discard': channel({ access: STEWARDS, input: ByTicket, output: Nothing }),
};
