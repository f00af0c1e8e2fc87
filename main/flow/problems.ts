import type { Graph, Problem, TableName } from '../../preload/contract';
import type { ModuleDefinition } from '../modules/define-module';
import { expressionProblems } from './expression-problems';
import { type FlowIndex, indexFlow } from './flow-index';
import { loopProblems } from './loop-problems';
import { type PoolFacts, poolProblems } from './pool-problems';
import { settingsProblems } from './settings-problems';
import { structureProblems } from './structure-problems';
import { variableProblems } from './variable-problems';

export interface FlowRules {
  readonly modules: readonly ModuleDefinition[];
  /** Whether what the module writes to the table is stored; without it no limit can be held. */
  readonly isStored: (moduleId: string, table: TableName) => boolean;
  /** Unknown, no module is checked for its pool. */
  readonly pools?: PoolFacts;
}

/** Everything that keeps an experience from working as its author means it, errors first. */
export function problemsOf(graph: Graph, { modules, isStored, pools }: FlowRules): Problem[] {
  const byType = new Map(modules.map((definition) => [definition.type, definition]));
  const flow = indexFlow(graph, (type) => byType.get(type));
  const problems = [
    ...structureProblems(flow),
    ...[...flow.modules.values()].flatMap(settingsProblems),
    ...[...flow.modules.values()].flatMap(expressionProblems),
    ...variableProblems(flow, modules),
    ...loopProblems(flow),
    ...unenforcedLimits(flow, isStored),
    ...(pools ? poolProblems(flow, pools) : []),
  ];
  return problems.toSorted((a, b) => rank(a) - rank(b));
}

function unenforcedLimits(flow: FlowIndex, isStored: FlowRules['isStored']): Problem[] {
  return [...flow.modules.values()].flatMap(({ node, definition, settings }) => {
    const table = settings === null ? null : definition.limits?.(settings);
    if (!table || isStored(node.id, table)) return [];
    const code = definition.givesOut ? 'nothing_given_out' : 'limit_not_enforced';
    return [{ severity: 'warning', code, moduleId: node.id, params: {} }];
  });
}

const rank = ({ severity }: Problem): number => (severity === 'error' ? 0 : 1);
