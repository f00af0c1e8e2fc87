import { useReactFlow } from '@xyflow/react';
import { type KeyboardEvent, useCallback } from 'react';
import { useBuilder } from '../builder-store';
import { inspectedModule, openPalette, useCanvas } from '../canvas-store';
import { remove } from '../draft-actions';
import { useDraft } from '../draft-store';
import { branchesOfModule } from '../modules/catalogue';
import { edgeId } from './flow-elements';
import { isArrow, nearestModule } from './nearest-module';

/**
 * Keys of the canvas: Delete and Backspace remove the selection, A adds below the selected module,
 * arrows go from module to module. Alt with an arrow is left to React Flow, which moves the module.
 */
export function useCanvasKeys() {
  const { setCenter, getZoom } = useReactFlow();

  const focusModule = useCallback(
    async (id: string, canvas: HTMLElement) => {
      const find = () => canvas.querySelector<HTMLElement>(`[data-id="${id}"]`);
      const module = useDraft.getState().graph.modules.find((candidate) => candidate.id === id);
      if (!find() && module) {
        // Modules outside the view are not in the document.
        await setCenter(module.position.x, module.position.y, { zoom: getZoom() });
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      find()?.focus();
    },
    [setCenter, getZoom],
  );

  return useCallback(
    (event: KeyboardEvent<HTMLElement>) => {
      const { target, currentTarget: canvas, key, altKey, ctrlKey, metaKey } = event;
      // Keys pressed in a popover get here too, by way of React's tree.
      if (!(target instanceof Element) || !canvas.contains(target) || ctrlKey || metaKey) return;

      const focused = target.closest('.react-flow__node')?.getAttribute('data-id');
      if (isDelete(key)) removeSelection(canvas);
      else if (key.toLowerCase() === 'a') addBelowModule(focused ?? undefined);
      else if (isArrow(key) && !altKey && focused) {
        const next = nearestModule(useDraft.getState().graph.modules, focused, key);
        if (next) void focusModule(next, canvas);
      } else return;
      event.preventDefault();
      event.stopPropagation();
    },
    [focusModule],
  );
}

function isDelete(key: string): boolean {
  return key === 'Delete' || key === 'Backspace';
}

/** The focus would be lost with what is removed, and with it the keyboard's way back. */
function removeSelection(canvas: HTMLElement): void {
  const { modules, edges } = useCanvas.getState();
  const selected = new Set(edges);
  remove(
    modules,
    useDraft.getState().graph.edges.filter((edge) => selected.has(edgeId(edge))),
  );
  canvas.focus();
}

/** On its first branch that leads nowhere yet, or else on its first. */
function addBelowModule(focused: string | undefined): void {
  const { modules, edges } = useDraft.getState().graph;
  if (modules.length === 0) {
    openPalette({ kind: 'first' });
    return;
  }
  const moduleId = focused ?? inspectedModule(useCanvas.getState());
  const module = modules.find(({ id }) => id === moduleId);
  if (!module) return;
  const branches = branchesOfModule(useBuilder.getState().catalogue, module);
  const taken = new Set(edges.filter(({ from }) => from === module.id).map((edge) => edge.branch));
  const branch = (branches.find(({ id }) => !taken.has(id)) ?? branches[0])?.id;
  if (branch !== undefined) openPalette({ kind: 'below', moduleId: module.id, branch });
}
