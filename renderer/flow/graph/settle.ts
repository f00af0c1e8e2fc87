import type { ModuleNode } from '../../../preload/contract';
import { GAP_Y } from './layout';
import type { SizeOf } from './size-of';

interface Box {
  module: ModuleNode;
  /** Of its middle. */
  x: number;
  y: number;
  width: number;
  height: number;
}

/**
 * Moves modules down until none overlaps one of those that were placed or moved. Modules only
 * ever move down, and below one that stays, so this ends.
 */
export function settle(
  modules: readonly ModuleNode[],
  movedIds: ReadonlySet<string>,
  sizeOf: SizeOf,
): ModuleNode[] {
  const boxes = modules.map((module) => ({ module, ...module.position, ...sizeOf(module) }));
  const queue = boxes.filter((box) => movedIds.has(box.module.id)).sort((a, b) => a.y - b.y);
  for (let box = queue.shift(); box !== undefined; box = queue.shift()) {
    for (const other of boxes) {
      if (other === box || !overlaps(box, other)) continue;
      const [upper, lower]: [Box, Box] = isAbove(box, other) ? [box, other] : [other, box];
      lower.y = upper.y + upper.height + GAP_Y;
      queue.push(lower);
      if (lower === box) break;
    }
  }
  return boxes.map(({ module, x, y }) =>
    y === module.position.y ? module : { ...module, position: { x, y } },
  );
}

function overlaps(a: Box, b: Box): boolean {
  return (
    Math.abs(a.x - b.x) < (a.width + b.width) / 2 && a.y < b.y + b.height && b.y < a.y + a.height
  );
}

function isAbove(a: Box, b: Box): boolean {
  return a.y < b.y || (a.y === b.y && a.module.id < b.module.id);
}
