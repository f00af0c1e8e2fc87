import type { EdgeChange, NodeChange, OnNodeDrag } from '@xyflow/react';
import { useCallback, useState } from 'react';
import { currentLanguage } from '../../app/i18n';
import { changeSelection, selectSection, showDrop, useCanvas } from '../canvas-store';
import { dropOnEdge, dropOnModule, move } from '../draft-actions';
import { useDraft } from '../draft-store';
import type { Positions } from '../graph/move-modules';
import { sectionsOf, withContents } from '../graph/sections';
import { branchEndOf, edgeUnder } from './edge-under';
import type { CanvasNode } from './flow-elements';
import { moduleDropAt } from './module-under';

/**
 * Positions while modules are dragged stay out of the draft: one drag is one change, one undo step
 * and one save. Moves by keyboard come without a drag and are grouped by the draft.
 */
export function useNodeChanges() {
  const [dragged, setDragged] = useState<Positions | null>(null);

  const onNodesChange = useCallback((changes: NodeChange<CanvasNode>[]) => {
    const moving = new Map<string, { x: number; y: number }>();
    const moved = new Map<string, { x: number; y: number }>();
    const resized = new Set(
      changes.flatMap((each) => (each.type === 'dimensions' && each.resizing ? each.id : [])),
    );
    takeSelection(changes.filter(isSelect));
    for (const change of changes) {
      // A section that is resized from its left or upper edge does not take its modules along.
      if (change.type !== 'position' || !change.position || resized.has(change.id)) continue;
      (change.dragging ? moving : moved).set(change.id, change.position);
    }
    if (moving.size > 0) setDragged(withContents(useDraft.getState().graph, moving));
    if (moved.size > 0) {
      setDragged(null);
      drop(moved);
    }
  }, []);

  return { dragged, onNodesChange };
}

/** While one module is dragged, the module or the edge under the pointer shows that it would take it. */
export const onNodeDrag: OnNodeDrag<CanvasNode> = (event, node, nodes) => {
  if (nodes.length > 1 || node.type !== 'module' || !('clientX' in event)) return;
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

interface Selected {
  id: string;
  selected: boolean;
}

/** A section is selected alone, modules and edges together. */
function takeSelection(changes: readonly Selected[]): void {
  const sections = new Set(sectionsOf(useDraft.getState().graph).map(({ id }) => id));
  const ofModules = changes.filter(({ id }) => !sections.has(id));
  const section = changes.find(({ id, selected }) => selected && sections.has(id));
  const isModuleChosen = ofModules.some(({ selected }) => selected);
  if (section && !isModuleChosen) selectSection(section.id);
  else {
    changeSelection('modules', ofModules);
    const isLeft = changes.some(({ id, selected }) => !selected && sections.has(id));
    if (isLeft || isModuleChosen) useCanvas.setState({ section: null });
  }
}

export function onEdgesChange(changes: EdgeChange[]): void {
  changeSelection('edges', changes.filter(isSelect));
}

function isSelect<C extends { type: string }>(change: C): change is C & { type: 'select' } {
  return change.type === 'select';
}
