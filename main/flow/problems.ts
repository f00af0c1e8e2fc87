import { type Graph, isStored, type Policy, type Problem } from '../../preload/contract';
import type { ModuleDefinition } from '../modules/define-module';
import { expressionProblems } from './expression-problems';
import { type FlowIndex, indexFlow } from './flow-index';
import { loopProblems } from './loop-problems';
import { type PoolFacts, poolProblems } from './pool-problems';
import { type PrivacyRules, privacyProblems } from './privacy-problems';
import { settingsProblems } from './settings-problems';
import { structureProblems } from './structure-problems';
import { variableProblems } from './variable-problems';

export interface FlowRules extends PrivacyRules {
  readonly modules: readonly ModuleDefinition[];
  /** Unknown, no module is checked for its pool. */
  readonly pools?: PoolFacts;
}

/** Everything that keeps an experience from working as its author means it, errors first. */
export function problemsOf(graph: Graph, { modules, pools, ...rules }: FlowRules): Problem[] {
  const byType = new Map(modules.map((definition) => [definition.type, definition]));
  const flow = indexFlow(graph, (type) => byType.get(type));
  const problems = [
    ...structureProblems(flow),
    ...[...flow.modules.values()].flatMap(settingsProblems),
    ...[...flow.modules.values()].flatMap(expressionProblems),
    ...variableProblems(flow, modules),
    ...loopProblems(flow),
    ...unenforcedLimits(flow, rules.policy),
    ...(pools ? poolProblems(flow, pools) : []),
    ...privacyProblems(flow, rules),
  ];
  return problems.toSorted((a, b) => rank(a) - rank(b));
}

function unenforcedLimits(flow: FlowIndex, policy: Policy): Problem[] {
  return [...flow.modules.values()].flatMap(({ node, definition, settings }) => {
    const table = settings === null ? null : definition.limits?.(settings);
    if (!table || isStored(policy, node.id, table)) return [];
    const code = definition.givesOut ? 'nothing_given_out' : 'limit_not_enforced';
    return [{ severity: 'warning', code, moduleId: node.id, params: {} }];
  });
}

const RANKS = { error: 0, warning: 1, privacy: 2 };
const rank = ({ severity }: Problem): number => RANKS[severity];
