import { AppError, type Graph, type ParsedInput } from '../../../preload/contract';
import { writeTarget } from '../../foundation/files/target-file';
import type { LaneContext } from '../../foundation/operation/context';
import type { Store } from '../../foundation/store/database';
import { experienceFile } from '../flow/experience-file';
import { legalTextsFor } from '../legal/in-files';
import { fileNameFor } from './file-name';
import { mediaToExport } from './media-of-file';

type Export = ParsedInput<'experiences.export'>;

/** @throws AppError `experience.not_found` */
export async function suggestedFileName(
  { store }: Pick<LaneContext, 'store'>,
  { id }: Export,
): Promise<string> {
  const { name } = await findExperience(store, id);
  return fileNameFor(name);
}

/**
 * Writes the draft or a version as a file that another ChatVault can import. It holds nothing about
 * participants.
 *
 * @throws AppError `experience.not_found`, `version.not_found`, `media.too_much_for_file`, what
 * {@link writeTarget} throws.
 */
export async function exportExperience(
  { store, file, record }: Pick<LaneContext, 'store' | 'file' | 'record'>,
  { id, versionId }: Export,
): Promise<void> {
  const { name, draft } = await findExperience(store, id);
  const version = versionId === undefined ? null : await versionIn(store, id, versionId);
  const graph = JSON.parse(version?.graph ?? draft) as Graph;
  const files = await mediaToExport(store, graph);
  const legalTexts = await legalTextsFor(store, graph);
  const text = experienceFile({ name, graph, legalTexts }, files);
  await writeTarget(store, file, (target) => target.writeFile(text));
  const details = { experience: name, ...(version?.number && { number: version.number }) };
  await store.transaction().execute((transaction) => record(transaction, details));
}

async function findExperience(store: Store, id: string) {
  const experience = await store
    .selectFrom('experiences')
    .select(['name', 'draft'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!experience) throw new AppError('experience.not_found');
  return experience;
}

async function versionIn(store: Store, experienceId: string, id: string) {
  const version = await store
    .selectFrom('experience_versions')
    .select(['graph', 'number'])
    .where('id', '=', id)
    .where('experience_id', '=', experienceId)
    .executeTakeFirst();
  if (!version) throw new AppError('version.not_found');
  return version;
}
