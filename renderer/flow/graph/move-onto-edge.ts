import type { Edge, Graph } from '../../../preload/contract';
import { removeModule } from './remove-module';

/**
 * Puts a module that is there already between the two ends of an edge. Where it was, its predecessors
 * lead on as if it had been removed. Its own branches but `onward` keep their way.
 */
export function moveOntoEdge(
  graph: Graph,
  id: string,
  { from, branch }: Pick<Edge, 'from' | 'branch'>,
  onward: string | undefined,
): Graph {
  const target = graph.edges.find((edge) => edge.from === from && edge.branch === branch);
  const module = graph.modules.find((candidate) => candidate.id === id);
  if (!target || !module || from === id || target.to === id) return graph;
  const others = graph.edges.filter((edge) => edge.from === id && edge.branch !== onward);
  const without = removeModule(graph, id);
  const edges = without.edges.filter((edge) => edge.from !== from || edge.branch !== branch);
  edges.push(...others, { from, branch, to: id });
  if (onward !== undefined) edges.push({ from: id, branch: onward, to: target.to });
  return { ...without, modules: graph.modules, edges };
}

/** Puts a new module before another: whatever led there leads to the new one, and it leads on. */
export function addBefore(
  graph: Graph,
  id: string,
  module: Graph['modules'][number],
  onward: string | undefined,
): Graph {
  const edges = graph.edges.map((edge) => (edge.to === id ? { ...edge, to: module.id } : edge));
  if (onward !== undefined) edges.push({ from: module.id, branch: onward, to: id });
  return {
    ...graph,
    start: graph.start === id ? module.id : graph.start,
    modules: [...graph.modules, module],
    edges,
  };
}
