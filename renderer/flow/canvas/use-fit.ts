import { useReactFlow, useStoreApi } from '@xyflow/react';
import { useCallback } from 'react';
import { useBuilder } from '../builder-store';
import { useDraft } from '../draft-store';
import { boundsOf } from '../graph/bounds';
import { sectionsOf } from '../graph/sections';
import { sizeIn } from '../graph/size-of';
import { useLanguage } from '../use-language';
import { FIT } from './fit';

/**
 * Shows the whole flow, or as much of it from its start on as can be read: names are readable at the
 * smallest zoom, and no less is shown.
 */
export function useFit(): () => void {
  const { setViewport } = useReactFlow();
  const store = useStoreApi();
  const language = useLanguage();
  return useCallback(() => {
    const { graph } = useDraft.getState();
    const { width, height } = store.getState();
    if (graph.modules.length === 0 || width === 0) return;
    const modules = boundsOf(graph.modules, sizeIn(useBuilder.getState().catalogue, language));
    const boxes = [modules, ...sectionsOf(graph)];
    const left = Math.min(...boxes.map((box) => box.x));
    const top = Math.min(...boxes.map((box) => box.y));
    const right = Math.max(...boxes.map((box) => box.x + box.width));
    const bottom = Math.max(...boxes.map((box) => box.y + box.height));
    const room = { x: width - FIT.left - FIT.right, y: height - FIT.top - FIT.bottom };
    const wanted = Math.min(room.x / (right - left), room.y / (bottom - top), FIT.maxZoom);
    const zoom = Math.max(wanted, FIT.minZoom);
    const start = graph.modules.find(({ id }) => id === graph.start)?.position;
    const isWide = (right - left) * zoom > room.x && start !== undefined;
    const isHigh = (bottom - top) * zoom > room.y;
    const middle = isWide ? start.x : (left + right) / 2;
    void setViewport({
      zoom,
      x: FIT.left + room.x / 2 - middle * zoom,
      y: isHigh
        ? FIT.top - (start?.y ?? top) * zoom
        : FIT.top + room.y / 2 - ((top + bottom) / 2) * zoom,
    });
  }, [setViewport, store, language]);
}
