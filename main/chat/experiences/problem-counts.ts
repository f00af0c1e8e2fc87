import type { Graph, Problem, ProblemCounts } from '../../../preload/contract';
import type { Store } from '../../foundation/store/database';
import { draftProblems } from './draft-problems';

export function countProblems(problems: readonly Problem[]): ProblemCounts {
  const count = (wanted: Problem['severity']): number =>
    problems.filter(({ severity }) => severity === wanted).length;
  return { errors: count('error'), warnings: count('warning') };
}

/** Of the draft of every experience. */
export async function problemCounts(store: Store): Promise<Record<string, ProblemCounts>> {
  const rows = await store.selectFrom('experiences').select(['id', 'draft']).execute();
  const counts: Record<string, ProblemCounts> = {};
  for (const { id, draft } of rows) {
    counts[id] = countProblems(
      await draftProblems(store, { id, graph: JSON.parse(draft) as Graph }),
    );
  }
  return counts;
}
