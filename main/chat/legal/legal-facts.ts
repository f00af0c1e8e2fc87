import type { Store } from '../../foundation/store/database';
import type { LegalFacts } from '../flow/legal-problems';
import { newestVersions } from './stored-texts';

/** What the workspace knows of its legal texts, for the problems of flows. */
export async function legalFacts(store: Store): Promise<LegalFacts> {
  const rows = await store
    .selectFrom('legal_texts')
    .select(['id', 'name', 'kind', 'archived_at'])
    .execute();
  const newest = await newestVersions(store);
  return new Map(
    rows.map(({ id, name, kind, archived_at }) => {
      const languages = newest.get(id)?.languages ?? null;
      return [id, { name, kind, isArchived: archived_at !== null, languages }];
    }),
  );
}
