import { AppError, type Graph, type Offer, offersOfChat } from '../../../preload/contract';
import type { ModuleDefinition } from '../modules/define-module';

interface Instruction {
  readonly id: string;
  readonly definition: ModuleDefinition;
  readonly settings: unknown;
}

/** A graph made ready to run: settings parsed, branches looked up by key. */
export interface Program {
  readonly start: string;
  /** The options that its modules offer, by variable. */
  readonly offers: ReadonlyMap<string, Offer>;
  instruction(moduleId: string): Instruction;
  /** The module behind a branch; null where the author connected nothing. */
  next(moduleId: string, branch: string): string | null;
  /** Whether there is such an experience to call. */
  knows(experienceId: string): boolean;
  /** @throws AppError `chat.not_playable` when there is no such experience. */
  callee(experienceId: string): Program;
}

export type Registry = (type: string) => ModuleDefinition | undefined;

/** The experiences that can be called, by id. */
export type Library = ReadonlyMap<string, Graph>;

/**
 * @throws AppError `chat.not_playable` when a module is unknown, its settings are incomplete or
 * nothing starts the experience. The builder's problems list says which. `speak` says each experience in
 * the language of the chat.
 */
export function compile(
  graph: Graph,
  registry: Registry,
  library: Library = new Map(),
  speak: (graph: Graph) => Graph = (each) => each,
): Program {
  const programs = new Map<string, Program>();
  const callee = (experienceId: string): Program => {
    const known = programs.get(experienceId);
    if (known) return known;
    const called = library.get(experienceId);
    if (!called) throw new AppError('chat.not_playable');
    const program = link(speak(called), registry, calls);
    programs.set(experienceId, program);
    return program;
  };
  const calls = { callee, knows: (experienceId: string) => library.has(experienceId) };
  return link(speak(graph), registry, calls);
}

type Calls = Pick<Program, 'callee' | 'knows'>;

function link(graph: Graph, registry: Registry, calls: Calls): Program {
  if (graph.start === null) throw new AppError('chat.not_playable');
  const instructions = new Map(
    graph.modules.map(({ id, type, settings }) => [
      id,
      instructionOf(registry(type), id, settings),
    ]),
  );
  const edges = new Map(graph.edges.map(({ from, branch, to }) => [edgeKey(from, branch), to]));
  const instruction = (id: string): Instruction => {
    const found = instructions.get(id);
    if (!found) throw new AppError('chat.not_playable');
    return found;
  };
  return {
    start: instruction(graph.start).id,
    offers: offersOfChat(graph, (type) => registry(type)?.offers),
    instruction,
    next: (moduleId, branch) => edges.get(edgeKey(moduleId, branch)) ?? null,
    ...calls,
  };
}

function instructionOf(
  definition: ModuleDefinition | undefined,
  id: string,
  settings: unknown,
): Instruction {
  const parsed = definition?.settings.safeParse(settings);
  if (!definition || !parsed?.success) throw new AppError('chat.not_playable');
  return { id, definition, settings: parsed.data };
}

const edgeKey = (from: string, branch: string): string => `${from} ${branch}`;
