import { showsSidePanel, useCanvas } from '../canvas-store';
import { setPanels, usePanels } from './panels-store';

/** Below it module and preview take turns in one column. */
export const ROOM_FOR_BOTH = '(min-width: 1400px)';

function sharesColumn(): boolean {
  const canvas = useCanvas.getState();
  return (
    !matchMedia(ROOM_FOR_BOTH).matches &&
    canvas.area === 'flow' &&
    usePanels.getState().isInspectorOpen &&
    showsSidePanel(canvas)
  );
}

/** Whether it is to be seen, and not only in the other tab of a shared column. */
export function isShowingPreview(tab: 'module' | 'preview', isOpen: boolean): boolean {
  return isOpen && (tab === 'preview' || !sharesColumn());
}

export function showPreview(): void {
  useCanvas.setState({ tab: 'preview' });
  setPanels({ isPreviewOpen: true });
}

export function togglePreview(): void {
  const isShown = isShowingPreview(useCanvas.getState().tab, usePanels.getState().isPreviewOpen);
  if (isShown) setPanels({ isPreviewOpen: false });
  else showPreview();
}
