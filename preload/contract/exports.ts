import { z } from 'zod';
import { channel } from './channel';
import { DataFilter, TableName } from './tables';
import { Days, Id, InstantMs, Language, Nothing } from './values';

/** The four obligations, in the order in which they are shown; `exports.obligations.<id>` words them. */
export const OBLIGATIONS = ['delete_soon', 'no_unencrypted', 'keep_secret', 'own_risk'] as const;
export const Obligation = z.enum(OBLIGATIONS);
export type Obligation = z.infer<typeof Obligation>;

export const AllObligations = z
  .array(Obligation)
  .refine((accepted) => OBLIGATIONS.every((obligation) => accepted.includes(obligation)));

/** Of whoever answers a person's request for access, worded in `export.accessObligations`. */
export const ACCESS_OBLIGATIONS = ['right_person', 'safe_way', 'own_copy', 'own_risk'] as const;
export const AccessObligation = z.enum(ACCESS_OBLIGATIONS);
export type AccessObligation = z.infer<typeof AccessObligation>;

export const AllAccessObligations = z
  .array(AccessObligation)
  .refine((accepted) => ACCESS_OBLIGATIONS.every((obligation) => accepted.includes(obligation)));

/** What spreadsheets want differs by country: a semicolon where the comma is the decimal sign. */
export const DELIMITERS = [',', ';', '\t'] as const;

export const CsvFormat = z.object({
  delimiter: z.enum(DELIMITERS),
  /** Begins the file with U+FEFF, by which Excel recognises UTF-8. */
  byteOrderMark: z.boolean(),
  /** IANA name of the zone that times are given in. */
  timeZone: z.string().min(1).max(64).refine(isTimeZone),
  /**
   * `iso`: ISO 8601 with the offset from UTC, which spreadsheets take for text. `plain`: date and time
   * of day to the second, which spreadsheets of all languages know as a time.
   */
  times: z.enum(['iso', 'plain']).default('iso'),
  decimalComma: z.boolean().default(false),
});
export type CsvFormat = z.infer<typeof CsvFormat>;

export const PLAIN_CSV: CsvFormat = {
  delimiter: ',',
  byteOrderMark: false,
  timeZone: 'UTC',
  times: 'iso',
  decimalComma: false,
};

/** For which programs a CSV file is made. */
export const CSV_PRESETS = ['excel_de', 'excel_en', 'other'] as const;
export const CsvPreset = z.enum(CSV_PRESETS);
export type CsvPreset = z.infer<typeof CsvPreset>;

/** What the programs expect. Others get RFC 4180 in UTF-8 and times in UTC, whatever the zone. */
export function csvPreset(preset: CsvPreset, timeZone: string): CsvFormat {
  if (preset === 'other') return PLAIN_CSV;
  const isGerman = preset === 'excel_de';
  return {
    delimiter: isGerman ? ';' : ',',
    byteOrderMark: true,
    timeZone,
    times: 'plain',
    decimalComma: isGerman,
  };
}

/** `xlsx`: a workbook of Excel, for which the time zone alone counts. */
export const EXPORT_FILES = ['csv', 'xlsx'] as const;
export const ExportFileKind = z.enum(EXPORT_FILES);
export type ExportFileKind = z.infer<typeof ExportFileKind>;

export const ExportFormat = CsvFormat.extend({ file: ExportFileKind.default('csv') });
export type ExportFormat = z.infer<typeof ExportFormat>;

/**
 * `tables`: every table becomes a file, with a row for each row that is stored. `participants`: one
 * file with one row per conversation that has left a row in one of the tables, and all of its live
 * rows side by side.
 */
export const EXPORT_FORMS = ['tables', 'participants'] as const;
export const ExportForm = z.enum(EXPORT_FORMS);
export type ExportForm = z.infer<typeof ExportForm>;

/** A spreadsheet of more columns helps nobody: what would have more is refused. */
export const MAX_PARTICIPANT_COLUMNS = 2_000;

/** What a user chose last; whose rows and why is asked anew each time. */
export const ExportHabits = z.object({
  form: ExportForm,
  file: ExportFileKind,
  preset: CsvPreset,
  isUtc: z.boolean(),
});
export type ExportHabits = z.infer<typeof ExportHabits>;

/**
 * How much of a person is left: everything; no personal columns; or pseudonyms in their place, by a
 * key that is thrown away, so that rows of one person belong together within one export only.
 */
export const EXPORT_LEVELS = ['full', 'no_identifiers', 'pseudonymised'] as const;
export const ExportLevel = z.enum(EXPORT_LEVELS);
export type ExportLevel = z.infer<typeof ExportLevel>;

/** Whose rows: participants', those of the preview beside the builder, or both. */
export const EXPORT_CHANNELS = ['collected', 'preview', 'all'] as const;
export const ExportChannels = z.enum(EXPORT_CHANNELS);
export type ExportChannels = z.infer<typeof ExportChannels>;

const ScopeFields = z.strictObject({
  form: ExportForm.default('tables'),
  tables: z
    .array(TableName)
    .min(1)
    .refine((tables) => new Set(tables).size === tables.length),
  filter: DataFilter.default({}),
  channels: ExportChannels.default('collected'),
});

/** Ids of rows are those of one table: in another they are other rows. */
const selectsInOneTable = ({ tables, filter }: Pick<ExportScope, 'tables' | 'filter'>): boolean =>
  filter.includeIds === undefined || tables.length === 1;

/** Which rows an export is about. */
export type ExportScope = z.infer<typeof ScopeFields>;

/** What is printed of the winners among the rows, as PDF beside the tables. */
export const PrintOut = z.strictObject({
  drawId: Id,
  kind: z.enum(['letters', 'list']),
  language: Language,
});
export type PrintOut = z.infer<typeof PrintOut>;

export const ExportSelection = z
  .strictObject({
    ...ScopeFields.shape,
    level: ExportLevel.default('full'),
    format: ExportFormat.default({ ...PLAIN_CSV, file: 'csv' }),
    /** Of the data dictionary that lies beside the tables. */
    language: Language,
    /** Of tables at the level `full`, `winners` alone: a letter has to name whom it goes to. */
    print: PrintOut.optional(),
  })
  .refine(selectsInOneTable)
  .refine(
    ({ print, form, level, tables }) =>
      !print || (form === 'tables' && level === 'full' && tables.join() === 'winners'),
  );
export type ExportSelection = z.infer<typeof ExportSelection>;

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** The password leaves main once, to be shown; it is neither stored nor logged. */
export const ExportTicket = z.object({ ticket: Id, password: z.string() });

export const ExportOutcome = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.literal('saved'),
    /** Of its entry in the register. */
    id: Id,
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
  /** Until the file is verified; null while too little is known. */
  remainingMs: z.number().int().nullable(),
});
export type ExportProgress = z.infer<typeof ExportProgress>;

/** Why somebody exports; whoever audits exports reads it. */
export const ExportPurpose = z.string().trim().min(3).max(500);

/** `there`: the very file that was saved. `changed`: another one has its name. */
export const SavedFileState = z.enum(['there', 'changed', 'missing']);
export type SavedFileState = z.infer<typeof SavedFileState>;

export const ExportRecord = z.object({
  id: Id,
  /** `requested`, `released` and `refused` exist only where exports need a second user. */
  state: z.enum(['requested', 'released', 'refused', 'saved']),
  form: ExportForm,
  file: ExportFileKind,
  tables: z.array(TableName),
  channels: ExportChannels,
  level: ExportLevel,
  /** The answer to a request for access: all that is stored about a person. */
  isAccess: z.boolean(),
  /** What was printed of winners beside the table. */
  print: PrintOut.shape.kind.optional(),
  filter: z.object({
    isSearched: z.boolean(),
    selectedRows: z.number().int().nullable(),
    isNarrowed: z.boolean(),
  }),
  purpose: z.string(),
  rows: z.number().int(),
  requestedById: Id,
  requestedBy: z.string(),
  requestedAt: InstantMs,
  decidedBy: z.string().nullable(),
  /** When the entry goes, whatever it says: a request soon, a saved export much later. */
  expiresAt: InstantMs,
  saved: z
    .object({
      at: InstantMs,
      /** Null for those who may not export, and once the file is deleted. */
      fileName: z.string().nullable(),
      folder: z.string().nullable(),
      bytes: z.number().int(),
      sha256: z.string(),
      /** As they were read and accepted. */
      obligations: z.array(z.string()),
      deleteBy: InstantMs,
      deletedAt: InstantMs.nullable(),
      deletedBy: z.string().nullable(),
    })
    .nullable(),
});
export type ExportRecord = z.infer<typeof ExportRecord>;

export const ExportSettings = z.object({
  /** Within how many days a saved file is to be deleted, unless its export says otherwise. */
  deleteWithinDays: Days.max(365),
  /**
   * As many rows may one user export within the period, all exports together; beyond that, a second
   * user has to release. Null: any number.
   */
  releaseAboveRows: z.number().int().positive().nullable(),
  /** How far back rows and answers count. */
  releasePeriodHours: z.number().int().min(1).max(720),
  /** Where rows are limited: to how many requests for access one user may answer within the period. */
  accessesPerPeriod: z.number().int().min(1).max(1_000),
  /** How long the register remembers a saved export; longer than any period. */
  registerDays: z.number().int().min(31).max(3_650),
});
export type ExportSettings = z.infer<typeof ExportSettings>;

/** A request is forgotten after so many days, decided or not. */
export const REQUEST_DAYS = 14;

const STEWARDS = ['steward'] as const;
const REGISTER_READERS = ['steward', 'auditor'] as const;
const ById = z.object({ id: Id });
const Records = z.array(ExportRecord);
const ByTicket = z.object({ ticket: Id });

export const exportChannels = {
  /** How many live rows there are by where they come from, and what the export settings say. */
  'exports.count': channel({
    access: STEWARDS,
    input: ScopeFields.omit({ channels: true }).refine(selectsInOneTable),
    output: z.object({
      collected: z.number().int(),
      preview: z.number().int(),
      /** By this user within the period, without a release. */
      exportedRows: z.number().int(),
      settings: ExportSettings,
    }),
  }),
  /** What this user chose last; null before the first time. */
  'exports.habits': channel({ access: STEWARDS, input: Nothing, output: ExportHabits.nullable() }),
  'exports.setHabits': channel({ access: STEWARDS, input: ExportHabits, output: Nothing }),
  /**
   * Refused with `export.release_needed` when a second user has to release so many rows, with
   * `free_text.personal` when the purpose seems to hold an address or a phone number.
   */
  'exports.prepare': channel({
    access: STEWARDS,
    input: z.object({
      selection: ExportSelection,
      purpose: ExportPurpose,
      deleteWithinDays: ExportSettings.shape.deleteWithinDays.optional(),
      accepted: AllObligations,
    }),
    output: ExportTicket,
  }),
  /** The same for an export that another user has released. */
  'exports.prepareReleased': channel({
    access: STEWARDS,
    input: z.object({ id: Id, language: Language, accepted: AllObligations }),
    output: ExportTicket,
  }),
  /** Main writes the clipboard, and clears it after 60 s if it still holds the password. */
  'exports.copyPassword': channel({ access: STEWARDS, input: ByTicket, output: Nothing }),
  /**
   * Opens the file dialog, writes, verifies and renames. A ticket that saved is used up, and so is the
   * release that it was for. What was allowed when it was prepared has to be allowed still.
   */
  'exports.save': channel({
    access: STEWARDS,
    input: ByTicket,
    output: ExportOutcome,
    progress: 'export.progress',
  }),
  'exports.cancel': channel({ access: STEWARDS, input: ByTicket, output: Nothing }),
  /** Forgets the ticket and its password. */
  'exports.discard': channel({ access: STEWARDS, input: ByTicket, output: Nothing }),
  /** The register, newest first. */
  'exports.list': channel({ access: REGISTER_READERS, input: Nothing, output: Records }),
  'exports.requestRelease': channel({
    access: STEWARDS,
    input: z.object({ selection: ExportSelection, purpose: ExportPurpose }),
    output: Records,
  }),
  /** Refused with `export.same_user` for who asked for it. */
  'exports.decide': channel({
    access: STEWARDS,
    input: z.object({ id: Id, isReleased: z.boolean() }),
    output: Records,
  }),
  'exports.withdraw': channel({ access: STEWARDS, input: ById, output: Records }),
  /**
   * The user says that the file is deleted, wherever it was. Refused with `export.file_still_there` while it
   * lies where it was saved.
   */
  'exports.markDeleted': channel({ access: STEWARDS, input: ById, output: Records }),
  'exports.fileState': channel({ access: STEWARDS, input: ById, output: SavedFileState }),
  /** Shows the file where it was saved, in the program of the system; only if it is the one that was saved. */
  'exports.showFile': channel({ access: STEWARDS, input: ById, output: SavedFileState }),
  /** Deletes the file where it was saved, if it is the one that was saved. */
  'exports.deleteFile': channel({ access: STEWARDS, input: ById, output: SavedFileState }),
  'exports.settings': channel({ access: REGISTER_READERS, input: Nothing, output: ExportSettings }),
  /** What is left out stays as it is. */
  'exports.setSettings': channel({
    access: [],
    input: ExportSettings.partial(),
    output: ExportSettings,
  }),
};
