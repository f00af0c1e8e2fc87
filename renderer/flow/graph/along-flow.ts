import type { Graph } from '../../../preload/contract';
import { nearestModule } from '../canvas/nearest-module';

/**
 * Where an arrow key leads: down to what follows, up to what led here, and otherwise to the module
 * that lies closest in its direction.
 */
export function alongFlow(graph: Graph, from: string, key: string): string | undefined {
  const linked = linkedTo(graph, from, key);
  const candidates = graph.modules.filter(({ id }) => id === from || linked.has(id));
  return (
    (linked.size > 0 ? nearestModule(candidates, from, key) : undefined) ??
    nearestModule(graph.modules, from, key)
  );
}

function linkedTo({ edges }: Graph, from: string, key: string): Set<string> {
  if (key === 'ArrowDown') {
    return new Set(edges.filter((edge) => edge.from === from).map(({ to }) => to));
  }
  if (key !== 'ArrowUp') return new Set();
  return new Set(edges.filter((edge) => edge.to === from).map((edge) => edge.from));
}
