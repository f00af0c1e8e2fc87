import type { Edge, Graph } from '../../../preload/contract';

/**
 * Takes a module out. What led to it leads on to its successor when there is exactly one;
 * otherwise those branches stay open, since any choice among several would be a guess.
 */
export function removeModule(graph: Graph, id: string): Graph {
  const modules = graph.modules.filter((module) => module.id !== id);
  if (modules.length === graph.modules.length) return graph;
  const successor = onlySuccessor(graph, id);
  const edges = graph.edges.flatMap((edge): Edge[] => {
    if (edge.from === id) return [];
    if (edge.to !== id) return [edge];
    return successor === null ? [] : [{ ...edge, to: successor }];
  });
  return { ...graph, start: graph.start === id ? successor : graph.start, modules, edges };
}

function onlySuccessor(graph: Graph, id: string): string | null {
  const targets = new Set<string>();
  for (const edge of graph.edges) if (edge.from === id && edge.to !== id) targets.add(edge.to);
  const [first] = targets;
  return targets.size === 1 && first !== undefined ? first : null;
}
