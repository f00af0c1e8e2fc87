import type { EdgeChange, NodeChange } from '@xyflow/react';
import { useCallback, useState } from 'react';
import { changeSelection } from '../canvas-store';
import { move } from '../draft-actions';
import type { Positions } from '../graph/move-modules';
import type { ModuleFlowNode } from './flow-elements';

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
      move(moved, `move:${[...moved.keys()].join()}`);
    }
  }, []);

  return { dragged, onNodesChange };
}

export function onEdgesChange(changes: EdgeChange[]): void {
  changeSelection('edges', changes.filter(isSelect));
}

function isSelect<C extends { type: string }>(change: C): change is C & { type: 'select' } {
  return change.type === 'select';
}
