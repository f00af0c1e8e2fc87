import type { LabelledBranch } from '../modules/catalogue';

/**
 * A module's position is the middle of its upper edge: a node that becomes wider, by another option
 * or another language, stays straight below the one that leads to it.
 */
export const ORIGIN: [x: number, y: number] = [0.5, 0];

export interface Size {
  width: number;
  height: number;
}

export interface BranchCell {
  id: string;
  label: string;
  x: number;
  width: number;
}

export interface NodeLayout extends Size {
  /** Where each branch's label and handle sit along the lower edge. */
  cells: BranchCell[];
  showsLabels: boolean;
}

export const NODE_WIDTH = 256;
export const GAP_X = 32;
/** Room below a node for the handle, its plus button and the arrow. */
export const GAP_Y = 80;
export const GRID = 8;

const HEADER_HEIGHT = 72;
const LABELS_HEIGHT = 32;
const CELL_PADDING = 32;
const CELL_MIN = 104;
const CHARACTER_WIDTH = 7;

/**
 * A node's size follows from its branches alone, so that nodes outside the view need no
 * measuring: 1,000 modules are laid out, connected and shown on the minimap without a DOM.
 */
export function nodeLayout(branches: readonly LabelledBranch[]): NodeLayout {
  // A single fixed branch is simply the way on; a label would say nothing.
  const showsLabels = branches.length > 1 || branches.some((branch) => branch.isAuthored);
  const wanted = branches.map(({ label }) =>
    showsLabels ? Math.max(CELL_MIN, label.length * CHARACTER_WIDTH + CELL_PADDING) : NODE_WIDTH,
  );
  const total = wanted.reduce((sum, width) => sum + width, 0);
  const width = Math.max(NODE_WIDTH, total);
  let x = 0;
  const cells = branches.map(({ id, label }, index) => {
    const cell = { id, label, x, width: ((wanted[index] ?? 0) * width) / total };
    x += cell.width;
    return cell;
  });
  return { width, height: HEADER_HEIGHT + (showsLabels ? LABELS_HEIGHT : 0), cells, showsLabels };
}

export function snap(value: number): number {
  return Math.round(value / GRID) * GRID;
}
