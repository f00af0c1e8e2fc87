import { useReactFlow, useStoreApi, type Viewport } from '@xyflow/react';
import { type FocusEvent, useCallback, useEffect } from 'react';
import { useBuilder } from '../builder-store';
import { type Reveal, useCanvas } from '../canvas-store';
import { useDraft } from '../draft-store';
import type { Size } from '../graph/layout';
import { sizeIn } from '../graph/size-of';
import { useLanguage } from '../use-language';

const MARGIN = 48;

/**
 * Brings a module that was added, or asked for by a problem, into view. What it returns does so for
 * the module that gets the focus by keyboard, with the buttons below it: the palette opens only beside
 * a button that can be seen.
 */
export function useReveal(): (event: FocusEvent<HTMLElement>) => void {
  const show = useShow();
  const reveal = useCanvas((state) => state.reveal);

  useEffect(() => {
    if (reveal) show(reveal.moduleId, reveal.where);
  }, [reveal, show]);

  return useCallback(
    ({ target }) => {
      if (!target.matches(':focus-visible')) return;
      const id = target.closest('.react-flow__node')?.getAttribute('data-id');
      if (id) show(id, 'inView');
    },
    [show],
  );
}

function useShow(): (moduleId: string, where: Reveal['where']) => void {
  const { setCenter, getViewport } = useReactFlow();
  const store = useStoreApi();
  const language = useLanguage();
  return useCallback(
    (moduleId, where) => {
      const { modules } = useDraft.getState().graph;
      const module = modules.find(({ id }) => id === moduleId);
      if (!module) return;
      const size = sizeIn(useBuilder.getState().catalogue, language)(module);
      const { x, y } = module.position;
      const box = { x: x - size.width / 2, y, ...size };
      const viewport = getViewport();
      if (where === 'inView' && isInView(box, viewport, store.getState())) return;
      const reducesMotion = matchMedia('(prefers-reduced-motion: reduce)').matches;
      void setCenter(x, y + size.height / 2, {
        zoom: where === 'centre' ? Math.max(viewport.zoom, 0.75) : viewport.zoom,
        duration: reducesMotion ? 0 : 250,
      });
    },
    [setCenter, getViewport, store, language],
  );
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
