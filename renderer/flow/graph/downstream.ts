import type { Graph } from '../../../preload/contract';
import { edgesBy } from './edges-by';

/** Every module that can be reached from `start`, itself included. */
export function downstreamOf(graph: Graph, start: string): Set<string> {
  const edges = edgesBy(graph, 'from');
  const seen = new Set([start]);
  const queue = [start];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    for (const { to } of edges.get(id) ?? []) {
      if (seen.has(to)) continue;
      seen.add(to);
      queue.push(to);
    }
  }
  return seen;
}
