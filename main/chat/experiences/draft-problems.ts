import type { Graph, Problem } from '../../../preload/contract';
import type { Store } from '../../foundation/store/database';
import { columnNames } from '../../foundation/store/tables';
import { readRules } from '../../vault/retention/rules';
import { assetIds } from '../assets/asset-rows';
import { poolFacts } from '../codes/pool-facts';
import type { LegalFacts } from '../flow/legal-problems';
import { problemsOf } from '../flow/problems';
import { legalFacts } from '../legal/legal-facts';
import { modules } from '../modules';
import { type Edition, neighboursOf } from './neighbours';

/**
 * What is wrong with a draft under the retention policy of the workspace, and beside the drafts or
 * the published versions of the other experiences. `id` is null for one that is not stored yet, and `along`
 * are the legal texts that would be stored with it.
 *
 * @param arriving ids of assets that come with it
 */
export async function draftProblems(
  store: Store,
  experience: { id: string | null; graph: Graph; along?: LegalFacts },
  edition: Edition = 'draft',
  arriving: Iterable<string> = [],
): Promise<Problem[]> {
  const { id, graph, along = new Map() } = experience;
  return problemsOf(graph, {
    modules,
    policy: await readRules(store),
    columnsOf: columnNames,
    pools: await poolFacts(store),
    media: new Set([...(await assetIds(store)), ...arriving]),
    legal: new Map([...(await legalFacts(store)), ...along]),
    neighbours: await neighboursOf(store, experience, edition),
    ...(id !== null && { experienceId: id }),
  });
}
