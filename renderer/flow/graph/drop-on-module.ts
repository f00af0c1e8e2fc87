import type { Graph, ModuleNode } from '../../../preload/contract';
import { addBelow, type Insertion } from './add-below';
import { removeModule } from './remove-module';
import { settle } from './settle';
import type { SizeOf } from './size-of';

/** The branch on which a module goes on, if it has one. */
export type OnwardOf = (module: ModuleNode) => string | undefined;

/**
 * Takes a module out of where it is, and puts it between another one and what follows there. Its own
 * branches but the one that goes on keep their way.
 */
export function moveBelow(graph: Graph, insertion: Insertion, sizeOf: SizeOf): Graph {
  const { module, onward, below, branch } = insertion;
  if (module.id === below || leadsTo(graph, below, branch) === module.id) return graph;
  const others = graph.edges.filter(({ from, branch }) => from === module.id && branch !== onward);
  const moved = addBelow(removeModule(graph, module.id), insertion, sizeOf);
  return { ...moved, edges: [...moved.edges, ...others] };
}

/**
 * Two modules change places: what led to one leads to the other, and so does what followed on the
 * branch that goes on. Their other branches keep their way.
 */
export function swapModules(
  graph: Graph,
  [oneId, otherId]: readonly [string, string],
  onwardOf: OnwardOf,
  sizeOf: SizeOf,
): Graph {
  const one = graph.modules.find(({ id }) => id === oneId);
  const other = graph.modules.find(({ id }) => id === otherId);
  const onwardOfOne = one && onwardOf(one);
  const onwardOfOther = other && onwardOf(other);
  if (!one || !other || onwardOfOne === undefined || onwardOfOther === undefined) return graph;
  const exchanged = (id: string): string => (id === oneId ? otherId : id === otherId ? oneId : id);
  const edges = graph.edges.map(({ from, branch, to }) => {
    const end = { from, branch };
    if (from === oneId && branch === onwardOfOne) {
      Object.assign(end, { from: otherId, branch: onwardOfOther });
    } else if (from === otherId && branch === onwardOfOther) {
      Object.assign(end, { from: oneId, branch: onwardOfOne });
    }
    return { ...end, to: exchanged(to) };
  });
  const modules = graph.modules.map((module) => {
    if (module === one) return { ...one, position: other.position };
    return module === other ? { ...other, position: one.position } : module;
  });
  return {
    ...graph,
    start: graph.start === null ? null : exchanged(graph.start),
    modules: settle(modules, new Set([oneId, otherId]), sizeOf),
    edges,
  };
}

function leadsTo(graph: Graph, from: string, branch: string): string | undefined {
  return graph.edges.find((edge) => edge.from === from && edge.branch === branch)?.to;
}
