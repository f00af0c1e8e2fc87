import type { BranchEnd } from '../canvas-store';
import { useDraft } from '../draft-store';
import { edgeId } from './flow-elements';

/** The id of the edge at a point of the window; null when there is none. */
export function edgeUnder(point: { clientX: number; clientY: number }): string | null {
  for (const element of document.elementsFromPoint(point.clientX, point.clientY)) {
    const edge = element.closest('.react-flow__edge');
    if (edge) return edge.getAttribute('data-id');
  }
  return null;
}

export function branchEndOf(id: string): BranchEnd | undefined {
  return useDraft.getState().graph.edges.find((edge) => edgeId(edge) === id);
}
