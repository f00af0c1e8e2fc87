import type { ModuleNode } from '../../../preload/contract';
import type { SizeOf } from './size-of';

export interface Bounds {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The box around modules; there is at least one. */
export function boundsOf(modules: readonly ModuleNode[], sizeOf: SizeOf): Bounds {
  const boxes = modules.map((module) => ({ ...module.position, ...sizeOf(module) }));
  const x = Math.min(...boxes.map((box) => box.x - box.width / 2));
  const y = Math.min(...boxes.map((box) => box.y));
  return {
    x,
    y,
    width: Math.max(...boxes.map((box) => box.x + box.width / 2)) - x,
    height: Math.max(...boxes.map((box) => box.y + box.height)) - y,
  };
}
