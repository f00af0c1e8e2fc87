/*
 * What an SVG file costs to draw: `<use>` draws an element again, and that one others. A few lines can
 * mean more elements than there is time for, and nobody can stop a picture that is being drawn.
 */

/** Far more than logos have. */
export const MAX_DRAWN_ELEMENTS = 50_000;

/** As much of an element as counts here. */
export interface Drawn {
  readonly id: string;
  /** The id that it draws again. */
  readonly uses: string | null;
  readonly children: readonly Drawn[];
}

/** Elements that are drawn, or `Infinity` when they are too many or mean themselves. */
export function costOf(root: Drawn): number {
  const byId = new Map<string, Drawn>();
  note(root, byId);
  const known = new Map<Drawn, number>();
  const open = new Set<Drawn>();
  const cost = (element: Drawn): number => {
    const before = known.get(element);
    if (before !== undefined) return before;
    if (open.has(element)) return Number.POSITIVE_INFINITY;
    open.add(element);
    const used = element.uses === null ? undefined : byId.get(element.uses);
    let sum = 1 + (used ? cost(used) : 0);
    for (const child of element.children) sum += cost(child);
    open.delete(element);
    const bounded = sum > MAX_DRAWN_ELEMENTS ? Number.POSITIVE_INFINITY : sum;
    known.set(element, bounded);
    return bounded;
  };
  return cost(root);
}

function note(element: Drawn, byId: Map<string, Drawn>): void {
  if (element.id !== '' && !byId.has(element.id)) byId.set(element.id, element);
  for (const child of element.children) note(child, byId);
}
