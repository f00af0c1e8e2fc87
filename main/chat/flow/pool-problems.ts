import type { Problem, Symbology } from '../../../preload/contract';
import type { FlowIndex } from './flow-index';

/** What the workspace's pools of codes are good for, by id: as which symbology all codes can be shown. */
export type PoolFacts = ReadonlyMap<string, Readonly<Record<Symbology, boolean>>>;

/** Modules whose codes are not there, or cannot be shown as they are meant to be. */
export function poolProblems(flow: FlowIndex, pools: PoolFacts): Problem[] {
  return [...flow.modules.values()].flatMap(({ node, definition, settings }): Problem[] => {
    const used = settings === null ? undefined : definition.usesPool?.(settings);
    if (!used) return [];
    const facts = pools.get(used.id);
    const problem = { moduleId: node.id, params: {} };
    if (!facts)
      return [{ severity: 'error', code: 'code_pool_missing', field: 'pool', ...problem }];
    if (!used.symbology || facts[used.symbology]) return [];
    return [{ severity: 'warning', code: 'codes_not_encodable', field: 'show', ...problem }];
  });
}
