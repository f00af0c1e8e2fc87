import { type Branch, branchesOf, type Graph, type ModuleNode } from '../../../preload/contract';
import type { Destination, ModuleDefinition } from '../modules/define-module';

export interface FlowModule {
  readonly node: ModuleNode;
  readonly definition: ModuleDefinition;
  /** As the schema reads them; null while they are incomplete. */
  readonly settings: unknown;
  readonly branches: readonly Branch[];
  readonly branchIds: ReadonlySet<string>;
  /** Where it leads without a branch; null when that is nowhere. */
  readonly leads: Destination | null;
}

/** A graph with its look-ups, for checks that walk it. Modules of unknown type are left out. */
export interface FlowIndex {
  readonly graph: Graph;
  readonly modules: ReadonlyMap<string, FlowModule>;
  /** Ids of the modules that a participant can come to. */
  readonly reachable: ReadonlySet<string>;
  /** Branches of the module on which the experience ends; null is a module without any. */
  endsAt(id: string): readonly (string | null)[];
  /** Ids of the modules behind the branches that the module offers, and where it jumps to. */
  successors(id: string): readonly string[];
  /** The same with the branches; null is a jump. */
  waysOut(id: string): readonly WayOut[];
}

export interface WayOut {
  readonly branch: string | null;
  readonly to: string;
}

export function indexFlow(
  graph: Graph,
  registry: (type: string) => ModuleDefinition | undefined,
): FlowIndex {
  const modules = new Map<string, FlowModule>();
  for (const node of graph.modules) {
    const definition = registry(node.type);
    if (!definition) continue;
    const parsed = definition.settings.safeParse(node.settings);
    const settings = parsed.success ? parsed.data : null;
    const branches = branchesOf(definition.branches, { ...node.settings, ...(settings as object) });
    const branchIds = new Set(branches.map(({ id }) => id));
    const leads = settings === null ? null : (definition.leadsTo?.(settings) ?? null);
    modules.set(node.id, { node, definition, settings, branches, branchIds, leads });
  }
  const next = waysBetween(graph, modules);
  const waysOut = (id: string): readonly WayOut[] => next.get(id) ?? [];
  const successors = (id: string): readonly string[] => waysOut(id).map(({ to }) => to);
  const reachable = reachableFrom(graph.start, modules, successors);
  return { graph, modules, successors, waysOut, reachable, endsAt: endsIn(graph, modules) };
}

function endsIn(graph: Graph, modules: ReadonlyMap<string, FlowModule>): FlowIndex['endsAt'] {
  const connected = new Set(
    graph.edges.flatMap(({ from, branch, to }) => (modules.has(to) ? [`${from} ${branch}`] : [])),
  );
  return (id) => {
    const { branches = [], leads = null } = modules.get(id) ?? {};
    if (branches.length === 0) return leads === null ? [null] : [];
    return branches.flatMap((branch) => (connected.has(`${id} ${branch.id}`) ? [] : [branch.id]));
  };
}

function waysBetween(graph: Graph, modules: ReadonlyMap<string, FlowModule>) {
  const next = new Map<string, WayOut[]>();
  const lead = (from: string, to: string, branch: string | null): void => {
    if (!modules.has(to)) return;
    const known = next.get(from);
    if (known) known.push({ branch, to });
    else next.set(from, [{ branch, to }]);
  };
  for (const { from, branch, to } of graph.edges) {
    if (modules.get(from)?.branchIds.has(branch)) lead(from, to, branch);
  }
  for (const [id, { leads }] of modules) {
    if (leads?.moduleId !== undefined) lead(id, leads.moduleId, null);
  }
  return next;
}

function reachableFrom(
  start: string | null,
  modules: ReadonlyMap<string, FlowModule>,
  successors: (id: string) => readonly string[],
): Set<string> {
  const reached = new Set<string>();
  const waiting = start !== null && modules.has(start) ? [start] : [];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (reached.has(id)) continue;
    reached.add(id);
    waiting.push(...successors(id));
  }
  return reached;
}
