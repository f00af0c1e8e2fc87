import { AppError, type Graph } from '../../preload/contract';
import { type Actor, recordAudit } from '../audit/audit-log';
import { writeTarget } from '../export/target-file';
import { experienceFile } from '../flow/experience-file';
import type { Store } from '../store/database';

export interface ExperienceExport {
  readonly experienceId: string;
  /** Null for the draft. */
  readonly versionId: string | null;
  readonly file: string;
}

/**
 * Writes the experience as a file that another ChatVault can import. It holds nothing about
 * participants.
 *
 * @throws AppError `experience.not_found`, `version.not_found`, what {@link writeTarget} throws.
 */
export async function exportExperience(
  store: Store,
  actor: Actor,
  { experienceId, versionId, file }: ExperienceExport,
  nowMs: number,
): Promise<void> {
  const experience = await store
    .selectFrom('experiences')
    .select(['name', 'draft'])
    .where('id', '=', experienceId)
    .executeTakeFirst();
  if (!experience) throw new AppError('experience.not_found');
  const { name, draft } = experience;
  const version = versionId === null ? null : await findVersion(store, experienceId, versionId);
  const graph = JSON.parse(version?.graph ?? draft) as Graph;
  await writeTarget(store, file, (target) => target.writeFile(experienceFile({ name, graph })));
  const details = { experience: name, ...(version?.number && { number: version.number }) };
  await store
    .transaction()
    .execute((transaction) =>
      recordAudit(transaction, actor, nowMs, 'experience.exported', details),
    );
}

async function findVersion(store: Store, experienceId: string, id: string) {
  const version = await store
    .selectFrom('experience_versions')
    .select(['graph', 'number'])
    .where('id', '=', id)
    .where('experience_id', '=', experienceId)
    .executeTakeFirst();
  if (!version) throw new AppError('version.not_found');
  return version;
}
