import { useReactFlow, useStoreApi, type Viewport } from '@xyflow/react';
import { useEffect } from 'react';
import { useBuilder } from '../builder-store';
import { useCanvas } from '../canvas-store';
import { useDraft } from '../draft-store';
import type { Size } from '../graph/layout';
import { sizeIn } from '../graph/size-of';
import { useLanguage } from '../use-language';

const MARGIN = 48;

/** Brings a module that was added, or asked for by a problem, into view. */
export function useReveal(): void {
  const { setCenter, getViewport } = useReactFlow();
  const store = useStoreApi();
  const language = useLanguage();
  const reveal = useCanvas((state) => state.reveal);

  useEffect(() => {
    if (!reveal) return;
    const { modules } = useDraft.getState().graph;
    const module = modules.find(({ id }) => id === reveal.moduleId);
    if (!module) return;
    const size = sizeIn(useBuilder.getState().catalogue, language)(module);
    const { x, y } = module.position;
    const box = { x: x - size.width / 2, y, ...size };
    const viewport = getViewport();
    if (reveal.where === 'inView' && isInView(box, viewport, store.getState())) return;
    const reducesMotion = matchMedia('(prefers-reduced-motion: reduce)').matches;
    void setCenter(x, y + size.height / 2, {
      zoom: reveal.where === 'centre' ? Math.max(viewport.zoom, 0.75) : viewport.zoom,
      duration: reducesMotion ? 0 : 250,
    });
  }, [reveal, setCenter, getViewport, store, language]);
}

function isInView(box: Size & { x: number; y: number }, view: Viewport, canvas: Size): boolean {
  const left = box.x * view.zoom + view.x;
  const top = box.y * view.zoom + view.y;
  return (
    left >= 0 &&
    top >= 0 &&
    left + box.width * view.zoom <= canvas.width &&
    // Below a module there is the button that adds the next.
    top + box.height * view.zoom + MARGIN <= canvas.height
  );
}
