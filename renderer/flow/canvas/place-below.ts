import type { ModuleNode } from '../../../preload/contract';
import { useBuilder } from '../builder-store';
import { useDraft } from '../draft-store';
import { branchesOfModule } from '../modules/catalogue';

/**
 * Where a module goes that is added below another: on its first branch that leads nowhere yet, or else
 * on its first; null when it has none.
 */
export function placeBelow(moduleId: string | null) {
  const { modules, edges } = useDraft.getState().graph;
  const module = modules.find(({ id }) => id === moduleId);
  if (!module) return null;
  const branches = branchesOfModule(useBuilder.getState().catalogue, module);
  const taken = new Set(edges.filter(({ from }) => from === module.id).map((edge) => edge.branch));
  const branch = (branches.find(({ id }) => !taken.has(id)) ?? branches[0])?.id;
  return branch === undefined ? null : { kind: 'below' as const, moduleId: module.id, branch };
}

const BELOW_ALL = 240;

/** Where nothing is yet, under all modules. */
export function freePlace(): ModuleNode['position'] {
  const { modules } = useDraft.getState().graph;
  const { x, y } = modules.reduce(
    (low, { position }) => (position.y > low.y ? position : low),
    modules[0]?.position ?? { x: 0, y: -BELOW_ALL },
  );
  return { x, y: y + BELOW_ALL };
}
