import type { Graph, Problem } from '../../preload/contract';
import { problemsOf } from '../flow/problems';
import { modules } from '../modules';
import { readRules } from '../retention/rules';
import { poolFacts } from '../store/code-pools';
import type { Store } from '../store/database';
import { columnNames } from '../store/tables';

/** What is wrong with a draft under the retention policy of the workspace. */
export async function draftProblems(store: Store, draft: Graph): Promise<Problem[]> {
  return problemsOf(draft, {
    modules,
    policy: await readRules(store),
    columnsOf: columnNames,
    pools: await poolFacts(store),
  });
}
