import type { Graph, ModuleNode } from '../../../preload/contract';

/** Replaces a module's settings; edges of branches that are gone with them (an option) go too. */
export function setSettings(
  graph: Graph,
  id: string,
  settings: ModuleNode['settings'],
  branchIds: ReadonlySet<string>,
): Graph {
  const index = graph.modules.findIndex((module) => module.id === id);
  const module = graph.modules[index];
  if (!module || module.settings === settings) return graph;
  const edges = graph.edges.filter((edge) => edge.from !== id || branchIds.has(edge.branch));
  return {
    ...graph,
    modules: graph.modules.with(index, { ...module, settings }),
    edges: edges.length === graph.edges.length ? graph.edges : edges,
  };
}
