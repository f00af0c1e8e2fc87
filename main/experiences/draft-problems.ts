import { type Graph, isStored, type Problem } from '../../preload/contract';
import { problemsOf } from '../flow/problems';
import { modules } from '../modules';
import { readRules } from '../retention/rules';
import { poolFacts } from '../store/code-pools';
import type { Store } from '../store/database';

/** What is wrong with a draft under the retention policy of the workspace. */
export async function draftProblems(store: Store, draft: Graph): Promise<Problem[]> {
  const rules = await readRules(store);
  return problemsOf(draft, {
    modules,
    isStored: (moduleId, table) => isStored(rules, moduleId, table),
    pools: await poolFacts(store),
  });
}
