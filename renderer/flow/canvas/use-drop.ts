import { useReactFlow } from '@xyflow/react';
import { type DragEvent, useMemo } from 'react';
import { useBuilder } from '../builder-store';
import { showDrop } from '../canvas-store';
import { addModule } from '../draft-actions';
import { useDraft } from '../draft-store';
import { useLanguage } from '../use-language';
import { branchEndOf, edgeUnder } from './edge-under';
import { newModuleDropAt } from './module-under';
import { placeBelow } from './place-below';

/** The type of what is dragged from the palette. */
export const MODULE_DRAG = 'application/x-chatvault-module';

/** Takes modules from the palette: onto a module or an edge, or to where they are dropped. */
export function useDrop() {
  const { screenToFlowPosition } = useReactFlow();
  const language = useLanguage();
  return useMemo(
    () => ({
      onDragOver: (event: DragEvent) => {
        if (!event.dataTransfer.types.includes(MODULE_DRAG)) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'copy';
        showDrop(newModuleDropAt(event), edgeUnder(event));
      },
      onDragLeave: () => showDrop(null, null),
      onDrop: (event: DragEvent) => {
        const type = event.dataTransfer.getData(MODULE_DRAG);
        const descriptor = useBuilder.getState().catalogue.get(type);
        showDrop(null, null);
        if (!descriptor) return;
        event.preventDefault();
        const drop = newModuleDropAt(event);
        const edge = edgeUnder(event);
        const end = edge === null ? undefined : branchEndOf(edge);
        const onEdge = end && { kind: 'below' as const, moduleId: end.from, branch: end.branch };
        const below = (drop && placeBelow(drop.moduleId)) ?? onEdge;
        const at = screenToFlowPosition({ x: event.clientX, y: event.clientY });
        const isFirst = useDraft.getState().graph.modules.length === 0;
        if (below) addModule(below, descriptor, language);
        else addModule(isFirst ? { kind: 'first' } : { kind: 'at', ...at }, descriptor, language);
      },
    }),
    [screenToFlowPosition, language],
  );
}
