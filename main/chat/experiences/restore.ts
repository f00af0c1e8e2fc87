import type { ParsedInput } from '../../../preload/contract';
import type { LaneContext } from '../../foundation/operation/context';
import type { Store } from '../../foundation/store/database';
import { addVersion, draftAt, findVersion, versionDetails } from './versions';

/**
 * Makes the version the draft of its experience, and returns the experience's id. A draft that no
 * version holds is kept as one first.
 *
 * @throws AppError `version.not_found`, or `experience.conflict` when the draft was saved elsewhere.
 */
export async function restore(
  context: Pick<LaneContext, 'store' | 'user' | 'nowMs' | 'record'>,
  { id, revision }: ParsedInput<'versions.restore'>,
): Promise<string> {
  const { store, nowMs, record } = context;
  return store.transaction().execute(async (transaction) => {
    const { experience_id: experienceId, graph, number } = await findVersion(transaction, id);
    const draft = await draftAt(transaction, experienceId, revision);
    if (!(await isKept(transaction, experienceId, draft))) {
      const kept = { experienceId, number: null, name: '', note: '', graph: draft };
      await addVersion(transaction, kept, context);
    }
    await transaction
      .updateTable('experiences')
      .set({ draft: graph, revision: revision + 1, updated_at: nowMs })
      .where('id', '=', experienceId)
      .execute();
    await record(transaction, await versionDetails(transaction, experienceId, number));
    return experienceId;
  });
}

/** Whether some version holds exactly this draft. */
async function isKept(store: Store, experienceId: string, graph: string): Promise<boolean> {
  const row = await store
    .selectFrom('experience_versions')
    .select('id')
    .where('experience_id', '=', experienceId)
    .where('graph', '=', graph)
    .executeTakeFirst();
  return row !== undefined;
}
