import { type Graph, isStored, type Policy, type Problem } from '../../../preload/contract';
import type { ModuleDefinition } from '../modules/define-module';
import { appearanceProblems } from './appearance-problems';
import { callProblems } from './call-problems';
import { expressionProblems } from './expression-problems';
import { type FlowIndex, indexFlow } from './flow-index';
import { type LegalFacts, legalProblems } from './legal-problems';
import { lengthProblems } from './length-problems';
import { loopProblems } from './loop-problems';
import { type MediaFacts, mediaProblems } from './media-problems';
import { optionProblems } from './option-problems';
import { type PoolFacts, poolProblems } from './pool-problems';
import { type PrivacyRules, privacyProblems } from './privacy-problems';
import { settingsProblems } from './settings-problems';
import { structureProblems } from './structure-problems';
import { translationProblems } from './translation-problems';
import { variableProblems } from './variable-problems';
import { type Neighbour, World } from './world';

export interface FlowRules extends PrivacyRules {
  readonly modules: readonly ModuleDefinition[];
  /** Unknown, no module is checked for its pool. */
  readonly pools?: PoolFacts;
  /** Unknown, no file is missing. */
  readonly media?: MediaFacts;
  /** Unknown, nothing is said about legal texts. */
  readonly legal?: LegalFacts;
  /** The experience's own id; left out while it has none. */
  readonly experienceId?: string | undefined;
  /** Experiences that it calls or that call it, by id. */
  readonly neighbours?: ReadonlyMap<string, Neighbour>;
}

/** Everything that keeps an experience from working as its author means it, errors first. */
export function problemsOf(graph: Graph, rules: FlowRules): Problem[] {
  const { modules, pools, legal, policy, experienceId = null, neighbours = new Map() } = rules;
  const byType = new Map(modules.map((definition) => [definition.type, definition]));
  const index = (each: Graph) => indexFlow(each, (type) => byType.get(type));
  const flow = index(graph);
  const flows = new Map([...neighbours].map(([id, neighbour]) => [id, index(neighbour.graph)]));
  const world = new World(experienceId, flow, flows);
  const problems = [
    ...structureProblems(flow),
    ...[...flow.modules.values()].flatMap(settingsProblems),
    ...[...flow.modules.values()].flatMap(expressionProblems),
    ...variableProblems(flow, modules, world),
    ...optionProblems(flow, world),
    ...lengthProblems(flow),
    ...loopProblems(flow, world),
    ...callProblems(flow, world, neighbours),
    ...mediaProblems(flow, graph, rules.media),
    ...appearanceProblems(graph),
    ...unenforcedLimits(flow, policy),
    ...(pools ? poolProblems(flow, pools) : []),
    ...(legal ? legalProblems(flow, legal) : []),
    ...translationProblems(flow),
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
