import { type Edge as FlowEdge, getSmoothStepPath, Position, ViewportPortal } from '@xyflow/react';
import { useMemo } from 'react';
import classes from './FarEdges.module.css';
import type { CanvasNode, ModuleFlowNode } from './flow-elements';

interface Props {
  nodes: readonly CanvasNode[];
  edges: readonly FlowEdge[];
}

/**
 * All edges of a flow seen from afar, where none can be hit: two paths instead of a thousand elements
 * that each listen to every move of the view.
 */
export function FarEdges({ nodes, edges }: Props) {
  const [path, selected] = useMemo(() => {
    const modules = nodes.filter((node) => node.type === 'module');
    const byId = new Map(modules.map((node) => [node.id, node]));
    const pathOf = (isSelected: boolean): string =>
      edges
        .filter((edge) => (edge.selected ?? false) === isSelected)
        .map((edge) => edgePath(edge, byId))
        .join('');
    return [pathOf(false), pathOf(true)];
  }, [nodes, edges]);
  return (
    <ViewportPortal>
      <svg className={classes.edges} width={1} height={1} aria-hidden>
        <path d={path} />
        <path d={selected} className={classes.selected} />
      </svg>
    </ViewportPortal>
  );
}

function edgePath(
  { source, sourceHandle, target }: FlowEdge,
  nodes: ReadonlyMap<string, ModuleFlowNode>,
): string {
  const from = nodes.get(source);
  const to = nodes.get(target);
  const cell = from?.data.layout.cells.find(({ id }) => id === sourceHandle);
  if (!from || !to || !cell) return '';
  const { width, height } = from.data.layout;
  const [path] = getSmoothStepPath({
    sourceX: from.position.x - width / 2 + cell.x + cell.width / 2,
    sourceY: from.position.y + height,
    sourcePosition: Position.Bottom,
    targetX: to.position.x,
    targetY: to.position.y,
    targetPosition: Position.Top,
  });
  return path;
}
