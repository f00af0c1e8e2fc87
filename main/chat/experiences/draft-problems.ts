import type { Graph, Problem } from '../../../preload/contract';
import type { Store } from '../../foundation/store/database';
import { columnNames } from '../../foundation/store/tables';
import { readRules } from '../../vault/retention/rules';
import { poolFacts } from '../codes/pool-facts';
import { problemsOf } from '../flow/problems';
import { modules } from '../modules';
import { type Edition, neighboursOf } from './neighbours';

/**
 * What is wrong with a draft under the retention policy of the workspace, and beside the drafts or
 * the published versions of the other experiences. `id` is null for one that is not stored yet.
 */
export async function draftProblems(
  store: Store,
  experience: { id: string | null; graph: Graph },
  edition: Edition = 'draft',
): Promise<Problem[]> {
  const { id, graph } = experience;
  return problemsOf(graph, {
    modules,
    policy: await readRules(store),
    columnsOf: columnNames,
    pools: await poolFacts(store),
    neighbours: await neighboursOf(store, experience, edition),
    ...(id !== null && { experienceId: id }),
  });
}
