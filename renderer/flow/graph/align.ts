import type { Graph, ModuleNode } from '../../../preload/contract';
import { snap } from './layout';
import { moveModules, type Positions } from './move-modules';
import type { SizeOf } from './size-of';

export const ALIGNMENTS = [
  'left',
  'centre',
  'right',
  'top',
  'distributeAcross',
  'distributeDown',
] as const;
export type Alignment = (typeof ALIGNMENTS)[number];

/** Lines modules up, or spreads them evenly between the outermost two. */
export function align(graph: Graph, ids: readonly string[], how: Alignment, sizeOf: SizeOf): Graph {
  const wanted = new Set(ids);
  const modules = graph.modules.filter(({ id }) => wanted.has(id));
  return modules.length < 2 ? graph : moveModules(graph, aligned(modules, how, sizeOf));
}

function aligned(modules: readonly ModuleNode[], how: Alignment, sizeOf: SizeOf): Positions {
  const half = (module: ModuleNode): number => sizeOf(module).width / 2;
  const place = (position: (module: ModuleNode) => Partial<ModuleNode['position']>): Positions =>
    new Map(modules.map((module) => [module.id, { ...module.position, ...position(module) }]));
  switch (how) {
    case 'left': {
      const edge = Math.min(...modules.map((module) => module.position.x - half(module)));
      return place((module) => ({ x: snap(edge + half(module)) }));
    }
    case 'right': {
      const edge = Math.max(...modules.map((module) => module.position.x + half(module)));
      return place((module) => ({ x: snap(edge - half(module)) }));
    }
    case 'centre': {
      const middle = modules.reduce((sum, { position }) => sum + position.x, 0) / modules.length;
      return place(() => ({ x: snap(middle) }));
    }
    case 'top': {
      const edge = Math.min(...modules.map(({ position }) => position.y));
      return place(() => ({ y: edge }));
    }
    case 'distributeAcross':
      return spread(modules, 'x');
    case 'distributeDown':
      return spread(modules, 'y');
  }
}

function spread(modules: readonly ModuleNode[], axis: 'x' | 'y'): Positions {
  const inOrder = modules.toSorted((a, b) => a.position[axis] - b.position[axis]);
  const first = inOrder[0]?.position[axis] ?? 0;
  const step = ((inOrder.at(-1)?.position[axis] ?? 0) - first) / (inOrder.length - 1);
  return new Map(
    inOrder.map(({ id, position }, index) => [
      id,
      { ...position, [axis]: snap(first + step * index) },
    ]),
  );
}
