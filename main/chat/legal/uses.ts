import { AppError, type LegalUses, type TableName } from '../../../preload/contract';
import type { Store } from '../../foundation/store/database';

/** Tables whose rows say which version of a legal text somebody saw or accepted. */
const ACCEPTING = [
  'consents',
  'participations',
  'instant_wins',
  'customers',
] as const satisfies readonly TableName[];

/** What refers to the text. */
export async function usesOf(store: Store, id: string): Promise<LegalUses> {
  return { experiences: await mentionedBy(store, id), rows: await countRows(store, id) };
}

/** @throws AppError `legal.in_use` */
export async function requireUnused(store: Store, id: string): Promise<void> {
  const { experiences, rows } = await usesOf(store, id);
  if (experiences.length === 0 && rows === 0) return;
  const shown = experiences.slice(0, 5).join(', ');
  const more = experiences.length > 5 ? ' …' : '';
  throw new AppError('legal.in_use', { experiences: `${shown}${more}` || '–', count: rows });
}

/** Names of the experiences whose draft or any version names it: ids occur in nothing else. */
async function mentionedBy(store: Store, id: string): Promise<string[]> {
  const experiences = await store
    .selectFrom('experiences')
    .select('name')
    .where((experience) =>
      experience.or([
        experience('draft', 'like', `%${id}%`),
        experience.exists(
          experience
            .selectFrom('experience_versions')
            .select('experience_versions.id')
            .whereRef('experience_versions.experience_id', '=', 'experiences.id')
            .where('experience_versions.graph', 'like', `%${id}%`),
        ),
      ]),
    )
    .orderBy('name')
    .execute();
  return experiences.map(({ name }) => name);
}

/** Expired rows count as well until they are swept: a legal hold can keep them. */
async function countRows(store: Store, id: string): Promise<number> {
  const found = await store
    .selectFrom('legal_text_versions')
    .select('id')
    .where('legal_text_id', '=', id)
    .execute();
  const versions = found.map((version) => version.id);
  if (versions.length === 0) return 0;
  let rows = 0;
  for (const table of ACCEPTING) {
    const { count } = await store
      .selectFrom(table)
      .where('legal_version_id', 'in', versions)
      .select((row) => row.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    rows += count;
  }
  return rows;
}
