import type { ModuleNode } from '../../../preload/contract';

const DIRECTIONS: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};

export function isArrow(key: string): boolean {
  return key in DIRECTIONS;
}

/** The module that lies closest in an arrow key's direction. */
export function nearestModule(
  modules: readonly ModuleNode[],
  fromId: string,
  key: string,
): string | undefined {
  const from = modules.find(({ id }) => id === fromId)?.position;
  const direction = DIRECTIONS[key];
  if (!from || !direction) return undefined;
  const [dx, dy] = direction;
  let nearest: { id: string; cost: number } | undefined;
  for (const { id, position } of modules) {
    const x = position.x - from.x;
    const y = position.y - from.y;
    const along = x * dx + y * dy;
    if (along <= 0) continue;
    const cost = along + Math.abs(x * dy + y * dx);
    if (!nearest || cost < nearest.cost) nearest = { id, cost };
  }
  return nearest?.id;
}
