import { useMediaQuery } from '@mantine/hooks';
import { focusDrawn } from '../canvas/focus-node';
import { inspectedModule, useCanvas } from '../canvas-store';
import { setPanels, usePanels } from './panels-store';

/** Beside the settings of a module, a canvas would be too narrow to work on. */
const SMALL = '(max-width: 1040px)';

export function useIsSmall(): boolean {
  return useMediaQuery(SMALL, false, { getInitialValueInEffect: false });
}

/** How the flow is shown in a window of this size: as the user has chosen for it. */
export function useView(): 'canvas' | 'list' {
  const isSmall = useIsSmall();
  return usePanels(({ view, viewInSmall }) => (isSmall ? viewInSmall : view));
}

/** From the canvas to the list and back; the focus goes along to the selected module. */
export function switchView(): void {
  const key = matchMedia(SMALL).matches ? 'viewInSmall' : 'view';
  const view = usePanels.getState()[key] === 'list' ? 'canvas' : 'list';
  setPanels({ [key]: view });
  const id = inspectedModule(useCanvas.getState());
  const selected = id === null ? '' : `[data-id="${CSS.escape(id)}"]`;
  if (view === 'list') focusDrawn(`[role=treeitem]${selected || '[tabindex="0"]'}`);
  else focusDrawn(selected ? `.react-flow__node${selected}` : '[data-detail]');
}
