import { closeProblems, openArea, select, useCanvas } from '../canvas-store';
import { setPanels, usePanels } from './panels-store';

/** Opens the column of the problems in place of what is selected. */
export function showProblems(): void {
  openArea('flow');
  select([]);
  useCanvas.setState({ showsProblems: true, tab: 'module' });
  setPanels({ isInspectorOpen: true });
}

/** Closes it if it is what the column shows. */
export function toggleProblems(): void {
  if (isShowingProblems(useCanvas.getState(), usePanels.getState())) closeProblems();
  else showProblems();
}

export function isShowingProblems(
  canvas: ReturnType<typeof useCanvas.getState>,
  { isInspectorOpen }: { isInspectorOpen: boolean },
): boolean {
  const { area, modules, section, showsProblems } = canvas;
  return (
    area === 'flow' && isInspectorOpen && showsProblems && section === null && modules.length === 0
  );
}
