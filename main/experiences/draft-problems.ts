import type { Graph, Problem } from '../../preload/contract';
import { problemsOf } from '../flow/problems';
import { modules } from '../modules';
import { readRules } from '../retention/rules';
import { poolFacts } from '../store/code-pools';
import type { Store } from '../store/database';
import { columnNames } from '../store/tables';
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
