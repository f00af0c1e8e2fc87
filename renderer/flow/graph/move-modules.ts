import type { Graph, ModuleNode } from '../../../preload/contract';

export type Positions = ReadonlyMap<string, ModuleNode['position']>;

export function moveModules(graph: Graph, positions: Positions): Graph {
  let changed = false;
  const modules = graph.modules.map((module) => {
    const position = positions.get(module.id);
    if (!position || samePlace(position, module.position)) return module;
    changed = true;
    return { ...module, position: { x: position.x, y: position.y } };
  });
  return changed ? { ...graph, modules } : graph;
}

function samePlace(a: ModuleNode['position'], b: ModuleNode['position']): boolean {
  return a.x === b.x && a.y === b.y;
}
