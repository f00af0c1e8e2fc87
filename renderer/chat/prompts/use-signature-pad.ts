import { type RefObject, useEffect, useRef, useState } from 'react';
import SignaturePad, { type PointGroup } from 'signature_pad';

/** Dark on white, whatever the chat looks like: the picture is looked at and printed elsewhere. */
const INK = '#10202b';
const PAPER = '#ffffff';
const STROKE = { penColor: INK, backgroundColor: PAPER, minWidth: 0.8, maxWidth: 2.6 };

/** Pixels of the picture, whatever the screen has: sharp in print, and a few kilobytes. */
const PICTURE_WIDTH = 1_200;

export interface Pad {
  readonly canvas: RefObject<HTMLCanvasElement | null>;
  readonly strokes: number;
  undo(): void;
  clear(): void;
  /** The strokes as a PNG; null when there are none. */
  picture(): Promise<Uint8Array<ArrayBuffer> | null>;
}

/** A field to sign in. Its strokes keep their place and form when it gets another size or resolution. */
export function useSignaturePad(): Pad {
  const canvas = useRef<HTMLCanvasElement>(null);
  const pad = useRef<SignaturePad | null>(null);
  /** What is drawn, in units of the width for which it was drawn. */
  const width = useRef(0);
  const [strokes, setStrokes] = useState(0);

  useEffect(() => {
    const element = canvas.current;
    if (!element) return;
    const current = new SignaturePad(element, STROKE);
    pad.current = current;
    const count = () => setStrokes(current.toData().length);
    current.addEventListener('endStroke', count);
    const refit = () => {
      const data = current.toData();
      const before = width.current || shownWidth(element);
      width.current = fitTo(element);
      current.fromData(scaled(data, width.current / before));
    };
    const observer = new ResizeObserver(refit);
    observer.observe(element);
    // A preview that shows the chat smaller changes how wide it looks without changing its size.
    const fitAgain = () => {
      if (Math.abs(shownWidth(element) - width.current) > 0.5) refit();
    };
    element.addEventListener('pointerdown', fitAgain, { capture: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('pointerdown', fitAgain, { capture: true });
      current.off();
      pad.current = null;
    };
  }, []);

  const draw = (data: PointGroup[]) => {
    pad.current?.fromData(data);
    setStrokes(data.length);
  };
  return {
    canvas,
    strokes,
    undo: () => draw(pad.current?.toData().slice(0, -1) ?? []),
    clear: () => draw([]),
    picture: () => pictureOf(pad.current?.toData() ?? [], canvas.current, width.current),
  };
}

/**
 * Gives the canvas as many pixels as it has in full size. Returns its width in the units of strokes, which
 * are those of the pointer: pixels of the window.
 */
function fitTo(canvas: HTMLCanvasElement): number {
  const { offsetWidth, offsetHeight } = canvas;
  const ratio = Math.max(window.devicePixelRatio, 1);
  const width = shownWidth(canvas);
  canvas.width = offsetWidth * ratio;
  canvas.height = offsetHeight * ratio;
  const scale = (offsetWidth / width) * ratio;
  canvas.getContext('2d')?.scale(scale, scale);
  return width;
}

/** As wide as it looks, in pixels of the window. */
function shownWidth(canvas: HTMLCanvasElement): number {
  return canvas.getBoundingClientRect().width || canvas.offsetWidth;
}

function scaled(data: readonly PointGroup[], factor: number): PointGroup[] {
  return data.map((group) => ({
    ...group,
    dotSize: group.dotSize * factor,
    minWidth: group.minWidth * factor,
    maxWidth: group.maxWidth * factor,
    points: group.points.map((point) => ({ ...point, x: point.x * factor, y: point.y * factor })),
  }));
}

async function pictureOf(
  data: readonly PointGroup[],
  field: HTMLCanvasElement | null,
  drawnFor: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  if (data.length === 0 || !field) return null;
  const factor = PICTURE_WIDTH / drawnFor;
  const canvas = document.createElement('canvas');
  canvas.width = PICTURE_WIDTH;
  canvas.height = Math.round((field.offsetHeight / field.offsetWidth) * PICTURE_WIDTH);
  const pad = new SignaturePad(canvas, STROKE);
  pad.off();
  pad.fromData(scaled(data, factor));
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  return blob && new Uint8Array(await blob.arrayBuffer());
}
