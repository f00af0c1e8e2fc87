import { focusDrawn } from '../canvas/focus-node';
import { inspectedModule, useCanvas } from '../canvas-store';
import { setPanels, usePanels } from './panels-store';

/** From the canvas to the list and back; the focus goes along to the selected module. */
export function switchView(): void {
  const view = usePanels.getState().view === 'list' ? 'canvas' : 'list';
  setPanels({ view });
  const id = inspectedModule(useCanvas.getState());
  const selected = id === null ? '' : `[data-id="${CSS.escape(id)}"]`;
  if (view === 'list') focusDrawn(`[role=treeitem]${selected || '[tabindex="0"]'}`);
  else focusDrawn(selected ? `.react-flow__node${selected}` : '[data-detail]');
}
