import dagre from '@dagrejs/dagre';
import type { Graph } from '../../../preload/contract';
import { GAP_X, GAP_Y, snap } from './layout';
import { moveModules, type Positions } from './move-modules';
import type { SizeOf } from './size-of';

/** Tidies the canvas: top to bottom along the flow, siblings in the order of their branches. */
export function arrange(graph: Graph, sizeOf: SizeOf): Graph {
  const layout = new dagre.graphlib.Graph({ multigraph: true })
    .setGraph({ rankdir: 'TB', nodesep: GAP_X, ranksep: GAP_Y })
    .setDefaultEdgeLabel(() => ({}));
  for (const module of graph.modules) layout.setNode(module.id, { ...sizeOf(module) });
  for (const edge of graph.edges) layout.setEdge(edge.from, edge.to, {}, edge.branch);
  dagre.layout(layout);

  const positions: Positions = new Map(
    graph.modules.map((module) => {
      const { x, y } = layout.node(module.id);
      return [module.id, { x: snap(x), y: snap(y - sizeOf(module).height / 2) }];
    }),
  );
  return moveModules(graph, positions);
}
