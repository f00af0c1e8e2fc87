import { type Branch, branchesOf, type Graph, type ModuleNode } from '../../preload/contract';
import type { ModuleDefinition } from '../modules/define-module';

export interface FlowModule {
  readonly node: ModuleNode;
  readonly definition: ModuleDefinition;
  readonly branches: readonly Branch[];
  readonly branchIds: ReadonlySet<string>;
}

/** A graph with its look-ups, for checks that walk it. Modules of unknown type are left out. */
export interface FlowIndex {
  readonly graph: Graph;
  readonly modules: ReadonlyMap<string, FlowModule>;
  /** Ids of the modules that a participant can come to. */
  readonly reachable: ReadonlySet<string>;
  /** Ids of the modules behind the branches that the module offers. */
  successors(id: string): readonly string[];
}

export function indexFlow(
  graph: Graph,
  registry: (type: string) => ModuleDefinition | undefined,
): FlowIndex {
  const modules = new Map<string, FlowModule>();
  for (const node of graph.modules) {
    const definition = registry(node.type);
    if (!definition) continue;
    const branches = branchesOf(definition.branches, node.settings);
    const branchIds = new Set(branches.map(({ id }) => id));
    modules.set(node.id, { node, definition, branches, branchIds });
  }
  const next = successorsOf(graph, modules);
  const successors = (id: string): readonly string[] => next.get(id) ?? [];
  return { graph, modules, successors, reachable: reachableFrom(graph.start, modules, successors) };
}

function successorsOf(graph: Graph, modules: ReadonlyMap<string, FlowModule>) {
  const next = new Map<string, string[]>();
  for (const { from, branch, to } of graph.edges) {
    if (!modules.get(from)?.branchIds.has(branch) || !modules.has(to)) continue;
    const known = next.get(from);
    if (known) known.push(to);
    else next.set(from, [to]);
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
