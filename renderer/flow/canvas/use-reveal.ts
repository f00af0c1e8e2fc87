import { useReactFlow, useStore, useStoreApi, type Viewport } from '@xyflow/react';
import { type FocusEvent, useCallback, useEffect, useRef } from 'react';
import { useBuilder } from '../builder-store';
import { inspectedModule, type Reveal, useCanvas } from '../canvas-store';
import { useDraft } from '../draft-store';
import { sizeIn } from '../graph/size-of';
import { useLanguage } from '../use-language';
import { type Box, panToShow } from './pan';

/** The palette below a module, on the screen. */
const PALETTE_HEIGHT = 410;
/** A module is asked for, and then a column opens beside the canvas: it is still asked for. */
const SETTLES_MS = 800;

/**
 * Brings a module that was added, or asked for by a problem, into view, and keeps the selected one in
 * view when columns open beside the canvas. What it returns does so for the module that gets the focus
 * by keyboard, with the buttons below it: the palette opens only beside a button that can be seen.
 */
export function useReveal(): (event: FocusEvent<HTMLElement>) => void {
  const { show, pan } = useShow();
  const reveal = useCanvas((state) => state.reveal);
  const last = useRef<{ reveal: Reveal; at: number } | null>(null);

  useEffect(() => {
    if (!reveal) return;
    last.current = { reveal, at: performance.now() };
    show(reveal);
  }, [reveal, show]);

  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  const before = useRef({ width, height });
  useEffect(() => {
    const { width: wasWidth, height: wasHeight } = before.current;
    before.current = { width, height };
    const asked = last.current;
    const isShrunk = (width < wasWidth || height < wasHeight) && wasWidth > 0;
    if (asked && performance.now() - asked.at < SETTLES_MS) show(asked.reveal);
    else if (isShrunk) keepInView({ width: wasWidth, height: wasHeight });

    function keepInView(was: { width: number; height: number }): void {
      const selected = inspectedModule(useCanvas.getState());
      if (selected !== null) pan([selected], { was });
    }
  }, [width, height, show, pan]);

  const palette = useCanvas((state) => state.palette);
  useEffect(() => {
    // The palette lies below the module, and not on it.
    if (palette?.kind === 'below') pan([palette.moduleId], { below: PALETTE_HEIGHT });
  }, [palette, pan]);

  return useCallback(
    ({ target }) => {
      if (!target.matches(':focus-visible')) return;
      const id = target.closest('.react-flow__node')?.getAttribute('data-id');
      if (id) pan([id]);
    },
    [pan],
  );
}

interface PanOptions {
  /** Shown below the first module, in pixels of the screen. */
  below?: number;
  /** Only if the module was in view in a canvas of this size. */
  was?: { width: number; height: number };
  duration?: number;
}

function useShow() {
  const { setCenter, setViewport, getViewport } = useReactFlow();
  const store = useStoreApi();
  const language = useLanguage();

  const boxOf = useCallback(
    (moduleId: string): Box[] => {
      const module = useDraft.getState().graph.modules.find(({ id }) => id === moduleId);
      if (!module) return [];
      const { width, height } = sizeIn(useBuilder.getState().catalogue, language)(module);
      return [{ x: module.position.x - width / 2, y: module.position.y, width, height }];
    },
    [language],
  );

  const pan = useCallback(
    (moduleIds: readonly string[], { below = 0, was, duration = 0 }: PanOptions = {}) => {
      const view = getViewport();
      const [first, ...others] = moduleIds.flatMap(boxOf);
      if (!first) return;
      const boxes = [{ ...first, height: first.height + below / view.zoom }, ...others];
      if (was && !isSame(panToShow(view, was, boxes), view)) return;
      const next = panToShow(view, store.getState(), boxes);
      if (!isSame(next, view)) void setViewport(next, { duration });
    },
    [boxOf, getViewport, setViewport, store],
  );

  const show = useCallback(
    ({ moduleId, where, along = [] }: Reveal) => {
      const duration = matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 250;
      if (where === 'inView') return pan([moduleId, ...along], { duration });
      const [box] = boxOf(moduleId);
      if (!box) return;
      const zoom = Math.max(getViewport().zoom, 0.75);
      void setCenter(box.x + box.width / 2, box.y + box.height / 2, { zoom, duration });
    },
    [boxOf, pan, setCenter, getViewport],
  );
  return { show, pan };
}

function isSame(a: Viewport, b: Viewport): boolean {
  return Math.abs(a.x - b.x) < 0.5 && Math.abs(a.y - b.y) < 0.5 && a.zoom === b.zoom;
}
