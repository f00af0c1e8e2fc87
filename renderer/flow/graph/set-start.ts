import type { Graph } from '../../../preload/contract';

export function setStart(graph: Graph, id: string): Graph {
  const known = graph.modules.some((module) => module.id === id);
  return known && graph.start !== id ? { ...graph, start: id } : graph;
}
