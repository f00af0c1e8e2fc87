import type { EdgeChange, NodeChange, OnNodeDrag } from '@xyflow/react';
import { useCallback, useState } from 'react';
import { currentLanguage } from '../../app/i18n';
import { changeSelection, showDrop, useCanvas } from '../canvas-store';
import { dropOnEdge, dropOnModule, move } from '../draft-actions';
import { useDraft } from '../draft-store';
import type { Positions } from '../graph/move-modules';
import { branchEndOf, edgeUnder } from './edge-under';
import type { ModuleFlowNode } from './flow-elements';
import { moduleDropAt } from './module-under';

/**
 * Positions while modules are dragged stay out of the draft: one drag is one change, one undo step
 * and one save. Moves by keyboard come without a drag and are grouped by the draft.
 */
export function useNodeChanges() {
  const [dragged, setDragged] = useState<Positions | null>(null);

  const onNodesChange = useCallback((changes: NodeChange<ModuleFlowNode>[]) => {
    const moving = new Map<string, { x: number; y: number }>();
    const moved = new Map<string, { x: number; y: number }>();
    changeSelection('modules', changes.filter(isSelect));
    for (const change of changes) {
      if (change.type !== 'position' || !change.position) continue;
      (change.dragging ? moving : moved).set(change.id, change.position);
    }
    if (moving.size > 0) setDragged(moving);
    if (moved.size > 0) {
      setDragged(null);
      drop(moved);
    }
  }, []);

  return { dragged, onNodesChange };
}

/** While one module is dragged, the module or the edge under the pointer shows that it would take it. */
export const onNodeDrag: OnNodeDrag<ModuleFlowNode> = (event, node, nodes) => {
  if (nodes.length > 1 || !('clientX' in event)) return;
  const edge = edgeUnder(event);
  const end = edge === null ? undefined : branchEndOf(edge);
  const { edges } = useDraft.getState().graph;
  const isOwn = edges.some(
    ({ from, branch, to }) =>
      from === end?.from && branch === end.branch && (from === node.id || to === node.id),
  );
  showDrop(moduleDropAt(event, node.id), end && !isOwn ? edge : null);
};

function drop(moved: Positions): void {
  const { dropEdge, dropModule } = useCanvas.getState();
  const end = dropEdge === null ? undefined : branchEndOf(dropEdge);
  const [moduleId] = moved.keys();
  showDrop(null, null);
  if (dropModule && moduleId !== undefined) dropOnModule(moduleId, dropModule, currentLanguage());
  else if (end && moduleId !== undefined) dropOnEdge(moduleId, end, moved);
  else move(moved, `move:${[...moved.keys()].join()}`);
}

export function onEdgesChange(changes: EdgeChange[]): void {
  changeSelection('edges', changes.filter(isSelect));
}

function isSelect<C extends { type: string }>(change: C): change is C & { type: 'select' } {
  return change.type === 'select';
}
