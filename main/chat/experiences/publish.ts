import { AppError, type ParsedInput, type VersionSummary } from '../../../preload/contract';
import type { LaneContext } from '../../foundation/operation/context';
import type { Store } from '../../foundation/store/database';
import { draftProblems } from './draft-problems';
import {
  addVersion,
  draftAt,
  findVersion,
  parseGraph,
  toSummary,
  versionDetails,
  versionsOf,
} from './versions';

/**
 * Makes a version of the draft and gives it to participants.
 *
 * @throws AppError `version.has_errors`, `experience.not_found`, or `experience.conflict` when the
 * draft is another than the user has checked.
 */
export async function publish(
  context: Pick<LaneContext, 'store' | 'user' | 'nowMs' | 'record'>,
  { experienceId, revision, name, note }: ParsedInput<'versions.publish'>,
): Promise<VersionSummary> {
  const { store, record } = context;
  return store.transaction().execute(async (transaction) => {
    const graph = await draftAt(transaction, experienceId, revision);
    const experience = { id: experienceId, graph: parseGraph(graph) };
    // Participants get published versions, whatever the drafts beside them are by now.
    const found = await draftProblems(transaction, experience, 'published');
    if (found.some(({ severity }) => severity === 'error')) {
      throw new AppError('version.has_errors');
    }
    const number = (await newestNumber(transaction, experienceId)) + 1;
    const version = { experienceId, number, name, note, graph };
    const id = await addVersion(transaction, version, context);
    await setPublished(transaction, experienceId, id);
    await record(transaction, await versionDetails(transaction, experienceId, number));
    return toSummary(await findVersion(transaction, id));
  });
}

/** Does nothing when nothing is published. */
export async function unpublish(
  { store, record }: Pick<LaneContext, 'store' | 'record'>,
  { experienceId }: ParsedInput<'versions.unpublish'>,
): Promise<void> {
  await store.transaction().execute(async (transaction) => {
    const published = await versionsOf(transaction)
      .where('version.experience_id', '=', experienceId)
      .whereRef('version.id', '=', 'experience.published_version_id')
      .executeTakeFirst();
    if (!published) return;
    await setPublished(transaction, experienceId, null);
    await record(transaction, await versionDetails(transaction, experienceId, published.number));
  });
}

async function newestNumber(transaction: Store, experienceId: string): Promise<number> {
  const { number } = await transaction
    .selectFrom('experience_versions')
    .where('experience_id', '=', experienceId)
    .select((version) => version.fn.max('number').as('number'))
    .executeTakeFirstOrThrow();
  return number ?? 0;
}

async function setPublished(store: Store, experienceId: string, versionId: string | null) {
  await store
    .updateTable('experiences')
    .set({ published_version_id: versionId })
    .where('id', '=', experienceId)
    .execute();
}
