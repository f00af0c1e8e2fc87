import { useBuilder } from '../builder-store';
import type { ModuleDrop } from '../canvas-store';
import { useDraft } from '../draft-store';
import { branchesOfModule } from '../modules/catalogue';
import { placeBelow } from './place-below';

interface Point {
  readonly clientX: number;
  readonly clientY: number;
}

/** What a new module does when it is dropped here: it follows the module under the pointer. */
export function newModuleDropAt(point: Point): ModuleDrop | null {
  const under = nodeUnder(point);
  return under && placeBelow(under.id) ? { moduleId: under.id, how: 'after' } : null;
}

/** A module that is dragged onto another changes places with it, or in its lower half follows it. */
export function moduleDropAt(point: Point, dragged: string): ModuleDrop | null {
  const under = nodeUnder(point, dragged);
  if (!under) return null;
  const place = placeBelow(under.id);
  const { edges } = useDraft.getState().graph;
  const isThere = edges.some(
    ({ from, branch, to }) => from === place?.moduleId && branch === place.branch && to === dragged,
  );
  if (under.isLowerHalf) return place && !isThere ? { moduleId: under.id, how: 'after' } : null;
  return place && goesOn(dragged) ? { moduleId: under.id, how: 'swap' } : null;
}

function nodeUnder({ clientX, clientY }: Point, except?: string) {
  for (const element of document.elementsFromPoint(clientX, clientY)) {
    const node = element.closest('.react-flow__node');
    const id = node?.getAttribute('data-id');
    if (!node || !id || id === except) continue;
    const { top, height } = node.getBoundingClientRect();
    return { id, isLowerHalf: clientY > top + height / 2 };
  }
  return null;
}

function goesOn(moduleId: string): boolean {
  const module = useDraft.getState().graph.modules.find(({ id }) => id === moduleId);
  return (
    module !== undefined && branchesOfModule(useBuilder.getState().catalogue, module).length > 0
  );
}
