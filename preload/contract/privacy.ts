import { z } from 'zod';
import { channel } from './channel';
import { AllAccessObligations, ExportPurpose, ExportRecord, ExportTicket } from './exports';
import { AnswerFormat } from './requests';
import { RowId, RowView, TableName } from './tables';
import { Id, InstantMs, Language, Nothing } from './values';

/** An address in any of its spellings, also as it was pasted with a name and marks around it. */
const Email = z.string().trim().min(1).max(1_000);
const Count = z.number().int().nonnegative();

export const PersonTable = z.object({
  table: TableName,
  rows: Count,
  /** Rows of these that a legal hold keeps. */
  held: Count,
  /** Of these, those past their time: there only because of the hold, and shown nowhere. */
  heldPast: Count,
  /** Of rows within their time; null without any. */
  nextExpiry: InstantMs.nullable(),
  lastExpiry: InstantMs.nullable(),
});
export type PersonTable = z.infer<typeof PersonTable>;

export const PersonSummary = z.object({
  /** In its comparable form; masked where it was reached by a request and the user sees it so. */
  email: z.string(),
  /** Only tables with rows. */
  tables: z.array(PersonTable),
  firstAt: InstantMs.nullable(),
  /** Of a legal hold about this very person. */
  hold: z.enum(['requested', 'in_force']).nullable(),
  /** How many of their requests are kept, closed ones included. */
  requests: Count,
});
export type PersonSummary = z.infer<typeof PersonSummary>;

/** Somebody in whose rows a search has found its text. */
export const PersonMatch = z.object({
  /** In its comparable form; null where no row of the conversation carries an address. */
  email: z.string().nullable(),
  /** Empty where none is stored. */
  name: z.string(),
  phone: z.string().nullable(),
  /** Where the text was found. */
  table: TableName,
  row: RowId.optional(),
  at: InstantMs.optional(),
});
export type PersonMatch = z.infer<typeof PersonMatch>;

export const PersonMatches = z.object({
  /**
   * How was searched: for the text as part of addresses, names and phone numbers, or, for those to
   * whom these are masked, for the whole address.
   */
  searched: z.enum(['parts', 'whole_address']),
  people: z.array(PersonMatch),
  /** There are more than these. */
  isMore: z.boolean(),
  /** The text is the address of the first of them. */
  isExact: z.boolean(),
});
export type PersonMatches = z.infer<typeof PersonMatches>;

export const TimelineEntry = z.object({
  tableName: TableName,
  row: RowView,
  isHeld: z.boolean(),
});
export type TimelineEntry = z.infer<typeof TimelineEntry>;

/** The last entry of a page; `table` counts the tables in the order of their tabs. */
export const TimelinePlace = z.object({ at: InstantMs, table: Count, id: RowId });
export type TimelinePlace = z.infer<typeof TimelinePlace>;

export const TimelinePage = z.object({
  entries: z.array(TimelineEntry),
  /** Missing on the last page. */
  next: TimelinePlace.optional(),
});
export type TimelinePage = z.infer<typeof TimelinePage>;

/** What an erasure takes and leaves in a table, expired rows included that are not swept yet. */
export const TableErasure = z.object({ table: TableName, erased: Count, held: Count });
export type TableErasure = z.infer<typeof TableErasure>;

export const ErasurePreview = z.object({
  tables: z.array(TableErasure),
  hold: PersonSummary.shape.hold,
  /** Saved exports that are not noted as deleted and may hold rows of this person. */
  exports: z.array(ExportRecord),
  /** How many backups were saved since the person's first row. */
  backups: Count,
  /** Requests for access that are still to be answered, which an erasure makes impossible. */
  openAccess: Count,
});
export type ErasurePreview = z.infer<typeof ErasurePreview>;

/** Proves an erasure without saying whose: all of it is in the audit log's entry. */
export const Certificate = z.object({
  /** Number of the entry in the audit log. */
  seq: z.number().int().positive(),
  reference: Id,
  at: InstantMs,
  /** When nothing of it was left in the database's files; null while that is still to come. */
  tracesRemovedAt: InstantMs.nullable(),
  /** The user who erased. */
  user: z.string(),
  tables: z.array(TableErasure),
  /** Requests that have lost the person's address with it. */
  requests: Count,
  /** Of the audit log's entry, which covers all entries before it. */
  hash: z.string(),
});
export type Certificate = z.infer<typeof Certificate>;

const READERS = ['viewer', 'steward'] as const;
const STEWARDS = ['steward'] as const;

/** A person by an address, or by the request in which it stands. */
function byPerson<S extends z.ZodRawShape>(rest: S) {
  return z.union([z.object({ email: Email, ...rest }), z.object({ request: Id, ...rest })]);
}
const ByPerson = byPerson({});
export type PersonSubject = z.infer<typeof ByPerson>;

const BySeq = z.object({ seq: Certificate.shape.seq });

export const privacyChannels = {
  /** Addresses that begin so; none for those to whom personal values are masked. */
  'privacy.suggest': channel({
    access: READERS,
    input: z.object({ prefix: Email }),
    output: z.array(z.string()),
  }),
  /**
   * People by part of an address, a name or a phone number. Those to whom these are masked have to know
   * the whole address: refused with `data.masked_search`.
   */
  'privacy.search': channel({
    access: READERS,
    input: z.object({ text: Email }),
    output: PersonMatches,
  }),
  /** By the whole address. */
  'privacy.find': channel({ access: READERS, input: ByPerson, output: PersonSummary }),
  /** Newest first. */
  'privacy.timeline': channel({
    access: READERS,
    input: byPerson({
      after: TimelinePlace.optional(),
      limit: z.number().int().min(1).max(500),
    }),
    output: TimelinePage,
  }),
  /**
   * A ticket for `exports.save` of all that is stored about the person. Of a request it is an answer, for
   * which the person has to be identified.
   */
  'privacy.prepareAccess': channel({
    access: STEWARDS,
    input: byPerson({
      /** For the register: never who the person is. */
      purpose: ExportPurpose,
      format: AnswerFormat,
      /** In which the person is answered. */
      answerLanguage: Language,
      /** Of the obligations that were read. */
      language: Language,
      accepted: AllAccessObligations,
    }),
    output: ExportTicket,
  }),
  'privacy.previewErasure': channel({ access: STEWARDS, input: ByPerson, output: ErasurePreview }),
  /**
   * Answers the person's open requests for erasure. Refused with `person.held`, `person.hold_requested` or
   * `person.not_found`, and by a request with what that lacks.
   */
  'privacy.erase': channel({ access: STEWARDS, input: ByPerson, output: Certificate }),
  /** Newest first, as far back as the audit log remembers. */
  'privacy.certificates': channel({
    access: STEWARDS,
    input: Nothing,
    output: z.array(Certificate),
  }),
  'privacy.copyReference': channel({ access: STEWARDS, input: BySeq, output: Nothing }),
  /** Puts a message to the person into the clipboard, without their address, which is not known any more. */
  'privacy.copyErasureText': channel({
    access: STEWARDS,
    input: BySeq.extend({ language: Language }),
    output: Nothing,
  }),
  /** Saves a certificate as HTML through the file dialog. */
  'privacy.saveCertificate': channel({
    access: STEWARDS,
    input: BySeq.extend({ language: Language }),
    output: z.discriminatedUnion('outcome', [
      z.object({ outcome: z.literal('saved'), fileName: z.string() }),
      z.object({ outcome: z.literal('dismissed') }),
    ]),
  }),
};
