import type { Edge, Graph } from '../../../preload/contract';

/** The edges of each module that they come from, or lead to. */
export function edgesBy(graph: Graph, end: 'from' | 'to'): ReadonlyMap<string, readonly Edge[]> {
  const groups = new Map<string, Edge[]>();
  for (const edge of graph.edges) {
    const group = groups.get(edge[end]);
    if (group) group.push(edge);
    else groups.set(edge[end], [edge]);
  }
  return groups;
}
