import { z } from 'zod';
import { channel, SIGNED_IN } from './channel';
import { ModuleRowCounts } from './tables';
import { Id, InstantMs, Nothing } from './values';

export const MAX_MODULES = 5_000;

/** Settings stay unparsed here: a draft may be incomplete, and then it has problems. */
export const ModuleNode = z.object({
  id: Id,
  type: z.string().min(1).max(64),
  settings: z.record(z.string().max(64), z.json()),
  /** The middle of the node's upper edge, in pixels of the unzoomed canvas. */
  position: z.object({ x: z.number().finite(), y: z.number().finite() }),
});
export type ModuleNode = z.infer<typeof ModuleNode>;

export const Edge = z.object({ from: Id, branch: Id, to: Id });
export type Edge = z.infer<typeof Edge>;

/** The graph of an experience. A branch has at most one edge; a branch without one ends the chat. */
export const Graph = z
  .object({
    start: Id.nullable(),
    modules: z.array(ModuleNode).max(MAX_MODULES),
    edges: z.array(Edge).max(MAX_MODULES * 8),
  })
  .refine(({ modules }) => isDistinct(modules.map(({ id }) => id)))
  .refine(({ edges }) => isDistinct(edges.map(({ from, branch }) => `${from} ${branch}`)));
export type Graph = z.infer<typeof Graph>;

function isDistinct(keys: readonly string[]): boolean {
  return new Set(keys).size === keys.length;
}

export const ProblemCode = z.enum([
  'no_start',
  'unknown_module_type',
  'setting_missing',
  'setting_invalid',
  'list_too_short',
  'not_https',
  'variable_needed_before',
  'unknown_variable',
  'unreachable',
  'endless_loop',
  'dangling_edge',
  'branch_unconnected',
  'limit_not_enforced',
]);
export type ProblemCode = z.infer<typeof ProblemCode>;

/** `error` keeps the module from being played; `warning` asks for a look. */
export const Problem = z.object({
  severity: z.enum(['error', 'warning']),
  code: ProblemCode,
  moduleId: Id.optional(),
  /** Path of the setting in the module's form (`giveaways.name`), where there is one. */
  field: z.string().optional(),
  params: z.record(z.string(), z.string()),
});
export type Problem = z.infer<typeof Problem>;

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
    input: z.object({ name: Name }),
    output: ExperienceView,
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
  /** Stored, unexpired rows per module and table, for the storage panel. */
  'experiences.rowCounts': channel({
    access: EDITORS,
    input: z.object({ id: Id }),
    output: ModuleRowCounts,
  }),
};
