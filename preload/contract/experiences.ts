import { z } from 'zod';
import { channel, SIGNED_IN } from './channel';
import { ChatSettings } from './chat-settings';
import { Translations } from './languages';
import { LegalKind } from './legal';
import { Persona } from './personas';
import { ModuleRowCounts, StorageRule, TableName } from './tables';
import { TypebotReport } from './typebot';
import { Id, InstantMs, Language, Nothing } from './values';

export const MAX_MODULES = 5_000;
const MAX_SECTIONS = 500;
/** Characters of the name of a module or a section. */
export const MAX_NAME_ON_CANVAS = 80;
const NameOnCanvas = z.string().trim().min(1).max(MAX_NAME_ON_CANVAS);

/** Settings stay unparsed here: a draft may be incomplete, and then it has problems. */
export const ModuleNode = z.object({
  id: Id,
  type: z.string().min(1).max(64),
  /** What its authors call it; otherwise it goes by its kind. Participants do not see it. */
  name: NameOnCanvas.optional(),
  settings: z.record(z.string().max(64), z.json()),
  /** The middle of the node's upper edge, in pixels of the unzoomed canvas. */
  position: z.object({ x: z.number().finite(), y: z.number().finite() }),
});
export type ModuleNode = z.infer<typeof ModuleNode>;

/** Whether something in a module's settings has settings of its own, as items of lists do. */
export function isSettings(value: unknown): value is ModuleNode['settings'] {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export const Edge = z.object({ from: Id, branch: Id, to: Id });
export type Edge = z.infer<typeof Edge>;

export const SECTION_COLOURS = ['grey', 'blue', 'teal', 'yellow', 'red', 'violet'] as const;

/** A frame around modules, which says what they are for; participants do not see it. */
export const Section = z.object({
  id: Id,
  name: NameOnCanvas,
  colour: z.enum(SECTION_COLOURS),
  /** Its upper left corner and its size, in pixels of the unzoomed canvas. */
  x: z.number().finite(),
  y: z.number().finite(),
  width: z.number().positive().finite(),
  height: z.number().positive().finite(),
});
export type Section = z.infer<typeof Section>;
const Sections = z.array(Section).max(MAX_SECTIONS);

/** The graph of an experience. A branch has at most one edge; a branch without one ends the chat. */
export const Graph = z
  .object({
    start: Id.nullable(),
    modules: z.array(ModuleNode).max(MAX_MODULES),
    edges: z.array(Edge).max(MAX_MODULES * 8),
    sections: Sections.optional(),
    settings: ChatSettings.optional(),
    translations: Translations.optional(),
    personas: z.array(Persona).max(50).optional(),
  })
  .refine(({ modules }) => isDistinct(modules.map(({ id }) => id)))
  .refine(({ sections = [] }) => isDistinct(sections.map(({ id }) => id)))
  .refine(({ edges }) => isDistinct(edges.map(({ from, branch }) => `${from} ${branch}`)));
export type Graph = z.infer<typeof Graph>;

function isDistinct(keys: readonly string[]): boolean {
  return new Set(keys).size === keys.length;
}

export const ProblemCode = z.enum([
  'empty_flow',
  'no_start',
  'unknown_module_type',
  'setting_missing',
  'setting_invalid',
  'list_too_short',
  'not_https',
  'expression_invalid',
  'variable_needed_before',
  'unknown_variable',
  'text_too_long',
  'unreachable',
  'endless_loop',
  'jump_target_missing',
  'experience_missing',
  'experience_unpublished',
  'call_cycle',
  'dangling_edge',
  'branch_unconnected',
  'limit_not_enforced',
  'nothing_given_out',
  'chances_too_high',
  'shares_not_whole',
  'same_day_twice',
  'same_label_twice',
  'option_missing',
  'option_text_unknown',
  'code_pool_missing',
  'codes_not_encodable',
  'media_missing',
  'look_media_missing',
  'picture_undescribed',
  'media_untitled',
  'legal_text_missing',
  'legal_text_unpublished',
  'legal_text_archived',
  'legal_text_language',
  'privacy_notice_missing',
  'terms_missing',
  'contrast_too_low',
  'collected_not_used',
  'kept_too_long',
  'translations_missing',
  'translations_outdated',
  'translation_astray',
  'translation_too_long',
  'label_translated',
]);
export type ProblemCode = z.infer<typeof ProblemCode>;

/**
 * `error` keeps the module from being played; `warning` asks for a look; `privacy` is to be thought
 * about before participants get the experience.
 */
export const Problem = z.object({
  severity: z.enum(['error', 'warning', 'privacy']),
  code: ProblemCode,
  moduleId: Id.optional(),
  /** Path of the setting in the module's form (`giveaways.name`), where there is one. */
  field: z.string().optional(),
  params: z.record(z.string(), z.string()),
});
export type Problem = z.infer<typeof Problem>;

/** Modules with the edges between them and the sections around them, as they are copied. */
export const FlowPart = z.object({
  modules: z.array(ModuleNode).min(1).max(MAX_MODULES),
  edges: z.array(Edge).max(MAX_MODULES * 8),
  sections: Sections.optional(),
});
export type FlowPart = z.infer<typeof FlowPart>;

/** `filesMissing`: how many pictures and other files they mention that this workspace does not have. */
export const PastedModules = FlowPart.extend({ filesMissing: z.number().int() });
export type PastedModules = z.infer<typeof PastedModules>;

/** The version that participants get. */
export const Publication = z.object({
  versionId: Id,
  number: z.number().int().positive(),
  at: InstantMs,
  /** Whether the draft is another by now. */
  differs: z.boolean(),
});
export type Publication = z.infer<typeof Publication>;

export const ExperienceSummary = z.object({
  id: Id,
  name: z.string(),
  modules: z.number().int(),
  updatedAt: InstantMs,
  archivedAt: InstantMs.nullable(),
  published: Publication.nullable(),
});
export type ExperienceSummary = z.infer<typeof ExperienceSummary>;

export const ExperienceView = z.object({
  id: Id,
  name: z.string(),
  draft: Graph,
  /** Counts the saves; a save names the revision it started from. */
  revision: z.number().int(),
  problems: z.array(Problem),
  published: Publication.nullable(),
});
export type ExperienceView = z.infer<typeof ExperienceView>;

export const ProblemCounts = z.object({ errors: z.number().int(), warnings: z.number().int() });
export type ProblemCounts = z.infer<typeof ProblemCounts>;

/** Live rows that the experience has written. */
export const StoredRows = z.object({
  rows: z.number().int(),
  /** Of these, rows that a legal hold keeps. */
  held: z.number().int(),
  tables: z.partialRecord(TableName, z.number().int()),
});
export type StoredRows = z.infer<typeof StoredRows>;

/** What is in a file, before anything of it is imported. */
export const ImportPreview = ProblemCounts.extend({
  /** Main keeps what it has read until then: exactly what was shown is imported. */
  ticket: Id,
  fileName: z.string(),
  name: z.string(),
  modules: z.array(z.object({ type: z.string(), count: z.number().int() })),
  /** Tables that its modules write, with the longest time for which one of them keeps its rows. */
  stores: z.array(StorageRule),
  /** Pictures and other files that it brings; `dropped` are those that it lacks, or that were refused. */
  media: z.object({
    files: z.number().int(),
    bytes: z.number().int(),
    dropped: z.number().int(),
  }),
  /** Legal texts in the file; `isKnown` are here already, word for word. */
  legalTexts: z
    .array(z.object({ kind: LegalKind, name: z.string(), isKnown: z.boolean() }))
    .optional(),
  /** What became of each block, where the file is one of Typebot. */
  typebot: TypebotReport.optional(),
});
export type ImportPreview = z.infer<typeof ImportPreview>;

/** The flows that come with the application, to start from. */
export const SampleId = z.enum([
  'hello-world',
  'trade-fair-raffle',
  'advent-calendar',
  'customer-survey',
  'loyalty-card',
]);
export type SampleId = z.infer<typeof SampleId>;

export const SampleSummary = z.object({ id: SampleId, name: z.string(), description: z.string() });
export type SampleSummary = z.infer<typeof SampleSummary>;

/** A variable, and the ids of the modules that set it. */
export const KnownVariable = z.object({ name: z.string(), modules: z.array(z.string()) });
export type KnownVariable = z.infer<typeof KnownVariable>;

const EDITORS = ['editor'] as const;
const Name = z.string().trim().min(1).max(120);

export const experienceChannels = {
  'experiences.list': channel({
    access: SIGNED_IN,
    input: Nothing,
    output: z.array(ExperienceSummary),
  }),
  'experiences.get': channel({
    access: EDITORS,
    input: z.object({ id: Id }),
    output: ExperienceView,
  }),
  'experiences.create': channel({
    access: EDITORS,
    input: z.object({
      name: Name,
      /** Begins as a copy of it, in this language; empty unless given. */
      sample: z.object({ id: SampleId, language: Language }).optional(),
    }),
    output: ExperienceView,
  }),
  'experiences.samples': channel({
    access: EDITORS,
    input: z.object({ language: Language }),
    output: z.array(SampleSummary),
  }),
  'experiences.rename': channel({
    access: EDITORS,
    input: z.object({ id: Id, name: Name }),
    output: Nothing,
  }),
  /** Autosave. Refused with `experience.conflict` when the draft was saved elsewhere meanwhile. */
  'experiences.saveDraft': channel({
    access: EDITORS,
    input: z.object({ id: Id, draft: Graph, revision: z.number().int() }),
    output: ExperienceView.pick({ revision: true, problems: true, published: true }),
  }),
  /** Variables that the draft may have set when a participant comes to a module, by their names. */
  'experiences.variables': channel({
    access: EDITORS,
    input: z.object({ id: Id, moduleId: Id }),
    output: z.array(KnownVariable),
  }),
  /** Stored, unexpired rows per module and table, for the storage panel. */
  'experiences.rowCounts': channel({
    access: EDITORS,
    input: z.object({ id: Id }),
    output: ModuleRowCounts,
  }),
  /** Errors and warnings of every experience, for the list. */
  'experiences.problemCounts': channel({
    access: EDITORS,
    input: Nothing,
    output: z.record(Id, ProblemCounts),
  }),
  'experiences.duplicate': channel({
    access: EDITORS,
    input: z.object({ id: Id, name: Name }),
    output: ExperienceView,
  }),
  /** An archived experience is out of use: it is not published any more. */
  'experiences.setArchived': channel({
    access: EDITORS,
    input: z.object({ id: Id, archived: z.boolean() }),
    output: Nothing,
  }),
  /** The names of published experiences whose participants come into this one. */
  'experiences.publishedInto': channel({
    access: EDITORS,
    input: z.object({ id: Id }),
    output: z.array(z.string()),
  }),
  'experiences.storedRows': channel({
    access: EDITORS,
    input: z.object({ id: Id }),
    output: StoredRows,
  }),
  /** Deletes the experience and its versions; its rows stay until they expire. */
  'experiences.delete': channel({
    access: EDITORS,
    input: z.object({ id: Id }),
    output: Nothing,
  }),
  /**
   * The same, and its rows go with it, but for those under a legal hold. Administrators only: editors
   * may not delete data, and stewards no experiences. Refused with `data.count_changed` when there
   * are more rows than the user was shown.
   */
  'experiences.deleteWithRows': channel({
    access: [],
    input: z.object({ id: Id, confirmedRows: z.number().int().nonnegative() }),
    output: z.object({ deleted: z.number().int(), held: z.number().int() }),
  }),
  /** Saves the draft, or a version, as a JSON file through the file dialog. */
  'experiences.export': channel({
    access: EDITORS,
    input: z.object({ id: Id, versionId: Id.optional() }),
    output: z.discriminatedUnion('outcome', [
      z.object({ outcome: z.literal('saved'), fileName: z.string() }),
      z.object({ outcome: z.literal('dismissed') }),
    ]),
  }),
  /** Asks for a file and reads it, whoever wrote it; null when the dialog was dismissed. */
  'experiences.chooseImport': channel({
    access: EDITORS,
    /** In this language the import says what it has to add to a file of Typebot. */
    input: z.object({ language: Language }),
    output: ImportPreview.nullable(),
  }),
  /** Makes a new experience of what was read; it shares no id with anything. */
  'experiences.import': channel({
    access: EDITORS,
    input: z.object({ ticket: Id, name: Name }),
    output: ExperienceView,
  }),
  /** Puts the report of an import into the clipboard, as the page shows it. */
  'experiences.copyReport': channel({
    access: EDITORS,
    input: z.object({ text: z.string().max(8_000_000) }),
    output: Nothing,
  }),
  'experiences.copyModules': channel({ access: EDITORS, input: FlowPart, output: Nothing }),
  /** The modules in the clipboard under ids of their own; null when it holds something else. */
  'experiences.pasteModules': channel({
    access: EDITORS,
    input: Nothing,
    output: PastedModules.nullable(),
  }),
};
