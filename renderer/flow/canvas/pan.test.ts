import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { panToShow } from './pan';

const canvas = { width: 800, height: 600 };
const view = { x: 0, y: 0, zoom: 1 };
const box = (x: number, y: number) => ({ x, y, width: 256, height: 72 });

describe('panning to show modules', () => {
  it('stays where they are in view already', () => {
    expect(panToShow(view, canvas, [box(100, 100), box(100, 300)])).toEqual(view);
  });

  it('moves no further than it takes, and leaves the zoom', () => {
    expect(panToShow(view, canvas, [box(100, 600)])).toEqual({ x: 0, y: -124, zoom: 1 });
    expect(panToShow({ ...view, zoom: 0.5 }, canvas, [box(-200, 100)])).toEqual({
      x: 160,
      y: 0,
      zoom: 0.5,
    });
  });

  it('shows others beside the first as far as they fit', () => {
    const far = box(100, 5_000);
    expect(panToShow(view, canvas, [box(100, 600), far, box(100, 400)])).toEqual(
      panToShow(view, canvas, [box(100, 600), box(100, 400)]),
    );
  });

  it('shows the first wherever it and the view are', () => {
    const coordinate = fc.integer({ min: -5_000, max: 5_000 });
    const views = fc.record({
      x: coordinate,
      y: coordinate,
      zoom: fc.double({ min: 0.25, max: 1.5, noNaN: true }),
    });
    const boxes = fc.array(fc.tuple(coordinate, coordinate), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(views, boxes, (from, places) => {
        const [first = box(0, 0), ...others] = places.map(([x, y]) => box(x, y));
        const { x, y, zoom } = panToShow(from, canvas, [first, ...others]);
        const left = first.x * zoom + x;
        const top = first.y * zoom + y;
        expect(zoom).toBe(from.zoom);
        expect(left).toBeGreaterThanOrEqual(-1e-6);
        expect(top).toBeGreaterThanOrEqual(-1e-6);
        expect(left + first.width * zoom).toBeLessThanOrEqual(canvas.width + 1e-6);
        expect(top + first.height * zoom).toBeLessThanOrEqual(canvas.height + 1e-6);
      }),
    );
  });
});
