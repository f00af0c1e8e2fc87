import type { Graph } from '../../../preload/contract';

/** Without a name it goes by its kind again. */
export function renameModule(graph: Graph, id: string, typed: string): Graph {
  const name = typed.trim();
  const module = graph.modules.find((candidate) => candidate.id === id);
  if (!module || (module.name ?? '') === name) return graph;
  const { name: _, ...unnamed } = module;
  const renamed = name === '' ? unnamed : { ...module, name };
  return { ...graph, modules: graph.modules.map((each) => (each === module ? renamed : each)) };
}
