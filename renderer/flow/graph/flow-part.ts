import type { FlowPart, Graph, ModuleNode } from '../../../preload/contract';
import { type Bounds, boundsOf } from './bounds';
import { GAP_X, snap } from './layout';
import { modulesIn, sectionsOf } from './sections';
import { settle } from './settle';
import type { SizeOf } from './size-of';

type Point = ModuleNode['position'];

/** The modules with the edges between them, and the sections of which they are all; null without any. */
export function partOf(graph: Graph, ids: readonly string[]): FlowPart | null {
  const wanted = new Set(ids);
  const modules = graph.modules.filter(({ id }) => wanted.has(id));
  const edges = graph.edges.filter(({ from, to }) => wanted.has(from) && wanted.has(to));
  if (modules.length === 0) return null;
  const sections = sectionsOf(graph).filter((section) => {
    const held = modulesIn(graph, section);
    return held.length > 0 && held.every(({ id }) => wanted.has(id));
  });
  return { modules, edges, ...(sections.length > 0 && { sections }) };
}

/**
 * Adds copied modules, whose ids are their own, in one piece. The upper middle of them comes to `at`,
 * or to the right of what is there already.
 */
export function addPart(graph: Graph, part: FlowPart, at: Point, sizeOf: SizeOf): Graph {
  const box = boundsOf(part.modules, sizeOf);
  const x = freeX(graph.modules, { ...box, x: at.x - box.width / 2, y: at.y }, sizeOf);
  const by = { x: snap(x - box.x), y: snap(at.y - box.y) };
  const added = part.modules.map((module) => ({
    ...module,
    position: { x: module.position.x + by.x, y: module.position.y + by.y },
  }));
  const ids = new Set(added.map(({ id }) => id));
  const sections = (part.sections ?? []).map((section) => ({
    ...section,
    x: section.x + by.x,
    y: section.y + by.y,
  }));
  return {
    ...graph,
    ...(sections.length > 0 && { sections: [...sectionsOf(graph), ...sections] }),
    start: graph.start ?? added[0]?.id ?? null,
    modules: settle([...graph.modules, ...added], ids, sizeOf),
    edges: [...graph.edges, ...part.edges],
  };
}

/** The box's left edge, as it is if nothing is there, or beside all that is at its height. */
function freeX(modules: readonly ModuleNode[], box: Bounds, sizeOf: SizeOf): number {
  const beside = modules
    .map((module) => boundsOf([module], sizeOf))
    .filter((other) => other.y < box.y + box.height && box.y < other.y + other.height);
  const isFree = beside.every(
    (other) => other.x + other.width <= box.x || box.x + box.width <= other.x,
  );
  return isFree ? box.x : Math.max(...beside.map((other) => other.x + other.width)) + GAP_X;
}

/** Where a copy goes that stands beside its original. */
export function besides(modules: readonly ModuleNode[], sizeOf: SizeOf): Point {
  const { x, y, width } = boundsOf(modules, sizeOf);
  return { x: x + width * 1.5 + GAP_X, y };
}
