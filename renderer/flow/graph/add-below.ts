import type { Graph, ModuleNode } from '../../../preload/contract';
import { downstreamOf } from './downstream';
import { GAP_X, GAP_Y, NODE_WIDTH } from './layout';
import { settle } from './settle';
import type { SizeOf } from './size-of';

export interface Insertion {
  /** The module below which the new one goes, and the branch that will lead to it. */
  below: string;
  branch: string;
  /** Placed by the insertion, whatever its position. */
  module: ModuleNode;
  /** The branch of the new module that goes on to what followed; none ends there. */
  onward: string | undefined;
  /** Which of how many branches this is: siblings fan out side by side. */
  branchIndex: number;
  branchCount: number;
}

/** Inserts a module between `below` and what followed on that branch, and makes room for it. */
export function addBelow(graph: Graph, insertion: Insertion, sizeOf: SizeOf): Graph {
  const parent = graph.modules.find((module) => module.id === insertion.below);
  if (!parent) return graph;
  const { branch, onward } = insertion;
  const old = graph.edges.find((edge) => edge.from === parent.id && edge.branch === branch);
  const next = old && graph.modules.find((module) => module.id === old.to);
  const module = place(insertion, parent, next, sizeOf);

  const edges = graph.edges.filter((edge) => edge !== old);
  edges.push({ from: parent.id, branch, to: module.id });
  if (next && onward !== undefined) edges.push({ from: module.id, branch: onward, to: next.id });

  const makeRoom = next ? shifted(graph, module, next, sizeOf) : graph.modules;
  const moved = new Set([module.id]);
  makeRoom.forEach((candidate, index) => {
    if (candidate !== graph.modules[index]) moved.add(candidate.id);
  });
  return { ...graph, edges, modules: settle([...makeRoom, module], moved, sizeOf) };
}

/** The first module of an empty experience. */
export function addFirst(graph: Graph, module: ModuleNode): Graph {
  return { ...graph, start: graph.start ?? module.id, modules: [...graph.modules, module] };
}

function place(
  { module, branchIndex, branchCount }: Insertion,
  parent: ModuleNode,
  next: ModuleNode | undefined,
  sizeOf: SizeOf,
): ModuleNode {
  const y = parent.position.y + sizeOf(parent).height + GAP_Y;
  if (next && next.position.y >= y) return { ...module, position: { x: next.position.x, y } };
  const fan = (branchIndex - (branchCount - 1) / 2) * (NODE_WIDTH + GAP_X);
  return { ...module, position: { x: parent.position.x + fan, y } };
}

/** Moves what follows down just as far as the new module needs; a jump back up stays put. */
function shifted(graph: Graph, module: ModuleNode, next: ModuleNode, sizeOf: SizeOf): ModuleNode[] {
  const needed = module.position.y + sizeOf(module).height + GAP_Y;
  const by = needed - next.position.y;
  if (by <= 0 || next.position.y < module.position.y) return graph.modules;
  const following = downstreamOf(graph, next.id);
  return graph.modules.map((candidate) => {
    const { x, y } = candidate.position;
    const moves = following.has(candidate.id) && y >= next.position.y;
    return moves ? { ...candidate, position: { x, y: y + by } } : candidate;
  });
}
