import type { Group } from './read-typebot';

/** Wider and higher than a node with its branches mostly is; the page tidies up what it opens. */
const COLUMN = 640;
const ROW = 192;

/** A column for each group, in the order in which they stand on Typebot's canvas; their x by their ids. */
export function columns(groups: readonly Group[]): ReadonlyMap<string, number> {
  const order = groups.toSorted((a, b) => a.at.x - b.at.x || a.at.y - b.at.y);
  return new Map(order.map(({ id }, at) => [id, at * COLUMN]));
}

/** The middle of the upper edge of the node that stands so far down in its column. */
export function placeIn(column: number, row: number): { x: number; y: number } {
  return { x: column, y: row * ROW };
}
