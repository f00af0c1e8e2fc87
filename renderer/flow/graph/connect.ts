import type { Edge, Graph } from '../../../preload/contract';

/** Leads a branch to a module. A branch has one edge, so an earlier one gives way. */
export function connect(graph: Graph, { from, branch, to }: Edge): Graph {
  const known = new Set(graph.modules.map((module) => module.id));
  if (!known.has(from) || !known.has(to)) return graph;
  const current = graph.edges.find((edge) => edge.from === from && edge.branch === branch);
  if (current?.to === to) return graph;
  const edges = graph.edges.filter((edge) => edge !== current);
  return { ...graph, edges: [...edges, { from, branch, to }] };
}

export function disconnect(graph: Graph, from: string, branch: string): Graph {
  const edges = graph.edges.filter((edge) => edge.from !== from || edge.branch !== branch);
  return edges.length === graph.edges.length ? graph : { ...graph, edges };
}
