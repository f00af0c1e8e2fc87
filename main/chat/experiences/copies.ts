import { randomUUID } from 'node:crypto';
import { AppError, type Graph, type ParsedInput, renewIds } from '../../../preload/contract';
import type { LaneContext } from '../../foundation/operation/context';
import type { Store } from '../../foundation/store/database';
import { idsOfType } from '../modules/forms';

/** The same flow, sharing no id with the other. */
export function copyOfGraph(graph: Graph): Graph {
  const { modules, edges, ids } = renewIds(graph, idsOfType, randomUUID);
  const start = graph.start === null ? null : (ids.get(graph.start) ?? null);
  return { ...graph, start, modules, edges };
}

/** Adds a copy of the experience's draft and returns its id. @throws AppError `experience.not_found` */
export async function duplicateExperience(
  { store, nowMs }: Pick<LaneContext, 'store' | 'nowMs'>,
  { id, name }: ParsedInput<'experiences.duplicate'>,
): Promise<string> {
  const row = await store
    .selectFrom('experiences')
    .select('draft')
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw new AppError('experience.not_found');
  const graph = copyOfGraph(JSON.parse(row.draft) as Graph);
  return addExperience(store, { name, draft: JSON.stringify(graph) }, nowMs);
}

/** `draft` is JSON that has been checked. Returns the new id. */
export async function addExperience(
  store: Store,
  { name, draft }: { name: string; draft: string },
  nowMs: number,
): Promise<string> {
  const id = randomUUID();
  await store
    .insertInto('experiences')
    .values({ id, name, draft, revision: 1, created_at: nowMs, updated_at: nowMs })
    .execute();
  return id;
}
