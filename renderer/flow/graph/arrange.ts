import dagre, { type OrderConstraint } from '@dagrejs/dagre';
import type { Edge, Graph, ModuleNode } from '../../../preload/contract';
import { edgesBy } from './edges-by';
import { GAP_X, GAP_Y, snap } from './layout';
import { moveModules, type Positions } from './move-modules';
import {
  closestSections,
  type Frame,
  frameAround,
  modulesIn,
  sectionsOf,
  smallestFirst,
} from './sections';
import type { SizeOf } from './size-of';

/** The ids of a module's branches, from left to right. */
export type BranchIdsOf = (module: ModuleNode) => string[];

/**
 * Tidies the canvas: top to bottom along the flow, siblings in the order of their branches. Modules of a
 * section stay together, and it around them; one without modules stays where it is.
 */
export function arrange(graph: Graph, sizeOf: SizeOf, branchIdsOf: BranchIdsOf): Graph {
  const closest = closestSections(graph);
  const layout = new dagre.graphlib.Graph({ multigraph: true, compound: closest.size > 0 })
    .setGraph({ rankdir: 'TB', nodesep: GAP_X, ranksep: GAP_Y })
    .setDefaultEdgeLabel(() => ({}));
  for (const module of graph.modules) layout.setNode(module.id, { ...sizeOf(module) });
  for (const id of new Set(closest.values())) layout.setNode(id, {});
  for (const [inner, outer] of closest) if (layout.hasNode(inner)) layout.setParent(inner, outer);
  for (const edge of graph.edges) layout.setEdge(edge.from, edge.to, {}, edge.branch);
  dagre.layout(layout, { constraints: siblingsInOrder(graph, branchIdsOf) });

  const positions: Positions = new Map(
    graph.modules.map((module) => {
      const { x, y } = layout.node(module.id);
      return [module.id, { x: snap(x), y: snap(y - sizeOf(module).height / 2) }];
    }),
  );
  return framed(graph, moveModules(graph, positions), sizeOf);
}

/** The sections around what they held before: modules, and sections within them. */
function framed(before: Graph, after: Graph, sizeOf: SizeOf): Graph {
  if (sectionsOf(before).length === 0) return after;
  const places = new Map(after.modules.map((module) => [module.id, module]));
  const closest = closestSections(before);
  const frames = new Map<string, Frame>();
  for (const section of smallestFirst(sectionsOf(before))) {
    const held = modulesIn(before, section).flatMap(({ id }) => places.get(id) ?? []);
    const inner = [...frames].filter(([id]) => closest.get(id) === section.id);
    const around = frameAround(
      held,
      sizeOf,
      inner.map(([, frame]) => frame),
    );
    frames.set(section.id, around ?? section);
  }
  const sections = sectionsOf(before).map((section) => ({ ...section, ...frames.get(section.id) }));
  return { ...after, sections };
}

/** Only modules that one edge leads to: others could be left of one another at the same time. */
function siblingsInOrder(graph: Graph, branchIdsOf: BranchIdsOf): OrderConstraint[] {
  const incoming = edgesBy(graph, 'to');
  const outgoing = edgesBy(graph, 'from');
  return graph.modules.flatMap((module) => {
    const order = branchIdsOf(module);
    const place = ({ branch }: Edge): number => order.indexOf(branch);
    const children = (outgoing.get(module.id) ?? [])
      .filter(({ from, to }) => from !== to && incoming.get(to)?.length === 1)
      .toSorted((a, b) => place(a) - place(b));
    return children.slice(1).map((child, index) => ({
      left: children[index]?.to ?? child.to,
      right: child.to,
    }));
  });
}
