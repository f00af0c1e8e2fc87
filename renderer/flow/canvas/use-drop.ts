import { useReactFlow } from '@xyflow/react';
import { type DragEvent, useMemo } from 'react';
import { useBuilder } from '../builder-store';
import { showDropEdge } from '../canvas-store';
import { addModule } from '../draft-actions';
import { useDraft } from '../draft-store';
import { useLanguage } from '../use-language';
import { branchEndOf, edgeUnder } from './edge-under';

/** The type of what is dragged from the palette. */
export const MODULE_DRAG = 'application/x-chatvault-module';

/** Takes modules from the palette: onto an edge, or to where they are dropped. */
export function useDrop() {
  const { screenToFlowPosition } = useReactFlow();
  const language = useLanguage();
  return useMemo(
    () => ({
      onDragOver: (event: DragEvent) => {
        if (!event.dataTransfer.types.includes(MODULE_DRAG)) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'copy';
        showDropEdge(edgeUnder(event));
      },
      onDragLeave: () => showDropEdge(null),
      onDrop: (event: DragEvent) => {
        const type = event.dataTransfer.getData(MODULE_DRAG);
        const descriptor = useBuilder.getState().catalogue.get(type);
        showDropEdge(null);
        if (!descriptor) return;
        event.preventDefault();
        const edge = edgeUnder(event);
        const end = edge === null ? undefined : branchEndOf(edge);
        const at = screenToFlowPosition({ x: event.clientX, y: event.clientY });
        const isFirst = useDraft.getState().graph.modules.length === 0;
        if (end) {
          const target = { kind: 'below', moduleId: end.from, branch: end.branch } as const;
          addModule(target, descriptor, language);
        } else addModule(isFirst ? { kind: 'first' } : { kind: 'at', ...at }, descriptor, language);
      },
    }),
    [screenToFlowPosition, language],
  );
}
