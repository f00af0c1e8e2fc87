import { z } from 'zod';
import {
  AppError,
  ChatSettings,
  FlowPart,
  Graph,
  Id,
  MAX_MODULES,
  Persona,
  Translations,
} from '../../../preload/contract';
import { referToOptions } from '../../foundation/experience/refer-to-options';
import { type FiledLegalText, FiledLegalTexts } from './legal-in-file';
import { parseUntrusted } from './untrusted-json';

/** Files say what they are and in which version of the format; see docs/experience-file.md. */
const EXPERIENCE = 'chatvault-experience';
const PART = 'chatvault-modules';
const VERSION = 4;
/** The last one without sections and names of modules. */
const UNNAMED = 3;
/** The last one without appearance, languages and personas. */
const PLAIN = 2;
/** Conditions named labels of options, not their ids. */
const BY_LABEL = 1;

/** Positions far outside any canvas would make it unusable. */
const MAX_COORDINATE = 1_000_000;

export interface NamedFlow {
  readonly name: string;
  readonly graph: Graph;
  /** The legal texts that it mentions. */
  readonly legalTexts?: readonly FiledLegalText[];
}

/** A picture, sound, video or font that goes along: its type, and its content in base64. */
export interface FileOfExperience {
  readonly type: string;
  readonly content: string;
}

/** By the SHA-256 of their content. */
export type FilesOfExperience = ReadonlyMap<string, FileOfExperience>;

const Files = z
  .record(
    z.string().regex(/^[0-9a-f]{64}$/),
    z.object({ type: z.string().max(64), content: z.string() }),
  )
  .optional();

const Header = z.object({ format: z.string().max(64), version: z.number() });
const Name = z.string().trim().min(1).max(120);
/** The graph's parts without its rules: those have sentences of their own. */
const Shape = FlowPart.extend({
  start: Id.nullable(),
  modules: FlowPart.shape.modules.min(0),
  settings: ChatSettings.optional(),
  translations: Translations.optional(),
  personas: z.array(Persona).max(50).optional(),
});

export function experienceFile(
  { name, graph, legalTexts = [] }: NamedFlow,
  files: FilesOfExperience = new Map(),
): string {
  const { start, modules, edges, sections, settings, translations, personas } = graph;
  const flow = { start, modules, edges, sections, settings, translations, personas };
  const along = { ...(legalTexts.length > 0 && { legalTexts }), ...filesIn(files) };
  const content = { format: EXPERIENCE, version: VERSION, name, ...flow, ...along };
  return `${JSON.stringify(content, null, 2)}\n`;
}

function filesIn(files: FilesOfExperience): { files?: object } {
  return files.size === 0 ? {} : { files: Object.fromEntries(files) };
}

/**
 * Reads an experience from a file that nobody vouches for. The files that it brings are not looked at.
 *
 * @throws AppError `import.*`, each saying what is wrong with the file.
 */
export function readExperienceFile(
  text: string,
  knows: (type: string) => boolean,
): NamedFlow & { files: FilesOfExperience } {
  const { content, version } = contentOf(text, EXPERIENCE);
  const { name, files = {} } = check(z.object({ name: Name, files: Files }), content);
  const read = check(Shape, content);
  const flow = upgraded(read, version);
  refuseUnplayable(flow, knows);
  const { legalTexts } = check(z.object({ legalTexts: FiledLegalTexts }), content);
  const graph = check(Graph, flow);
  return {
    name,
    graph,
    files: new Map(Object.entries(files)),
    ...(legalTexts.length > 0 && { legalTexts }),
  };
}

/** What copying puts into the clipboard. */
export function modulesAsText(part: FlowPart): string {
  return JSON.stringify({ format: PART, version: VERSION, ...part });
}

/** @throws AppError `import.*`, as {@link readExperienceFile} does. */
export function modulesFromText(text: string, knows: (type: string) => boolean): FlowPart {
  const { content, version } = contentOf(text, PART);
  const part = upgraded(check(FlowPart, content), version);
  refuseUnplayable(part, knows);
  return part;
}

/** As if it had been written by this version. */
function upgraded<F extends FlowPart>(flow: F, version: number): F {
  if (version === VERSION) return flow;
  const { sections: _, ...rest } = flow;
  const unnamed = flow.modules.map(({ name: __, ...module }) => module);
  const modules = version === BY_LABEL ? referToOptions(unnamed) : unnamed;
  return { ...(rest as F), modules };
}

function contentOf(text: string, wanted: string): { content: unknown; version: number } {
  const content = parseUntrusted(text);
  const header = Header.safeParse(content);
  if (!header.success || header.data.format !== wanted) {
    throw new AppError('import.not_an_experience');
  }
  const { version } = header.data;
  if (![VERSION, UNNAMED, PLAIN, BY_LABEL].includes(version)) {
    throw new AppError('import.unknown_version', { version });
  }
  return { content, version };
}

function check<T>(schema: z.ZodType<T>, content: unknown): T {
  const checked = schema.safeParse(content);
  if (checked.success) return checked.data;
  const [issue] = checked.error.issues;
  if (issue?.code === 'too_big' && issue.path[0] === 'modules' && issue.path.length === 1) {
    throw new AppError('import.too_many_modules', { max: MAX_MODULES });
  }
  throw new AppError('import.damaged', { where: placeOf(issue?.path ?? []) });
}

/** `modules.3.settings`: where to look in the file; keys of others are cut short. */
function placeOf(path: readonly PropertyKey[]): string {
  return path.map((part) => String(part).slice(0, 40)).join('.') || '-';
}

function refuseUnplayable(
  { modules, edges, sections = [] }: FlowPart,
  knows: (type: string) => boolean,
): void {
  refuseDuplicates(modules.map(({ id }) => id));
  refuseDuplicates(sections.map(({ id }) => id));
  refuseDuplicates(edges.map(({ from, branch }) => `${from} ${branch}`));
  const unknown = new Set(modules.map(({ type }) => type).filter((type) => !knows(type)));
  if (unknown.size > 0) {
    throw new AppError('import.unknown_modules', { types: [...unknown].slice(0, 5).join(', ') });
  }
  const isLost = (coordinate: number): boolean => Math.abs(coordinate) > MAX_COORDINATE;
  const lost = modules.findIndex(({ position: { x, y } }) => [x, y].some(isLost));
  if (lost >= 0) throw new AppError('import.damaged', { where: `modules.${lost}.position` });
  const outside = sections.findIndex(({ x, y, width, height }) =>
    [x, y, width, height].some(isLost),
  );
  if (outside >= 0) throw new AppError('import.damaged', { where: `sections.${outside}` });
}

function refuseDuplicates(keys: readonly string[]): void {
  const seen = new Set<string>();
  for (const key of keys) {
    if (seen.has(key)) throw new AppError('import.duplicate_id', { id: key });
    seen.add(key);
  }
}
