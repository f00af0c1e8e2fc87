import dagre, { type OrderConstraint } from '@dagrejs/dagre';
import type { Edge, Graph, ModuleNode } from '../../../preload/contract';
import { edgesBy } from './edges-by';
import { GAP_X, GAP_Y, snap } from './layout';
import { moveModules, type Positions } from './move-modules';
import type { SizeOf } from './size-of';

/** The ids of a module's branches, from left to right. */
export type BranchIdsOf = (module: ModuleNode) => string[];

/** Tidies the canvas: top to bottom along the flow, siblings in the order of their branches. */
export function arrange(graph: Graph, sizeOf: SizeOf, branchIdsOf: BranchIdsOf): Graph {
  const layout = new dagre.graphlib.Graph({ multigraph: true })
    .setGraph({ rankdir: 'TB', nodesep: GAP_X, ranksep: GAP_Y })
    .setDefaultEdgeLabel(() => ({}));
  for (const module of graph.modules) layout.setNode(module.id, { ...sizeOf(module) });
  for (const edge of graph.edges) layout.setEdge(edge.from, edge.to, {}, edge.branch);
  dagre.layout(layout, { constraints: siblingsInOrder(graph, branchIdsOf) });

  const positions: Positions = new Map(
    graph.modules.map((module) => {
      const { x, y } = layout.node(module.id);
      return [module.id, { x: snap(x), y: snap(y - sizeOf(module).height / 2) }];
    }),
  );
  return moveModules(graph, positions);
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
