import type { Viewport } from '@xyflow/react';
import type { Size } from '../graph/layout';

/** In pixels of the unzoomed canvas. */
export interface Box extends Size {
  x: number;
  y: number;
}

/** Kept free at the edges of the canvas, on the screen: for the controls, the start's mark, the next button. */
const INSET = { left: 60, top: 44, right: 20, bottom: 52 };

/**
 * Moves the view, without zooming, as little as it takes to show the boxes: the first one, and of the
 * others, in their order, as many as fit beside it.
 */
export function panToShow(
  view: Viewport,
  canvas: Size,
  [first, ...others]: readonly Box[],
): Viewport {
  if (!first) return view;
  const room = {
    width: (canvas.width - INSET.left - INSET.right) / view.zoom,
    height: (canvas.height - INSET.top - INSET.bottom) / view.zoom,
  };
  const shown = others.reduce((box, other) => {
    const both = around(box, other);
    return both.width <= room.width && both.height <= room.height ? both : box;
  }, first);
  return {
    zoom: view.zoom,
    x: shifted(
      view.x,
      shown.x * view.zoom,
      shown.width * view.zoom,
      INSET.left,
      canvas.width - INSET.right,
    ),
    y: shifted(
      view.y,
      shown.y * view.zoom,
      shown.height * view.zoom,
      INSET.top,
      canvas.height - INSET.bottom,
    ),
  };
}

/** Where the view begins so that what lies at `at` in it is between the two ends; what is too long, from its beginning on. */
function shifted(view: number, at: number, length: number, from: number, to: number): number {
  const begins = Math.min(view + at, to - length);
  return Math.max(begins, from) - at;
}

function around(a: Box, b: Box): Box {
  const x = Math.min(a.x, b.x);
  const y = Math.min(a.y, b.y);
  return {
    x,
    y,
    width: Math.max(a.x + a.width, b.x + b.width) - x,
    height: Math.max(a.y + a.height, b.y + b.height) - y,
  };
}
