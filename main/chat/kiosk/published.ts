import { AppError, Graph } from '../../../preload/contract';
import type { Store } from '../../foundation/store/database';

export interface Published {
  readonly name: string;
  readonly number: number;
  readonly graph: Graph;
  /** The published versions of all experiences, which this one may call. */
  readonly library: ReadonlyMap<string, Graph>;
}

/** What participants get of an experience; null when nothing of it is published. */
export async function readPublished(store: Store, experienceId: string): Promise<Published | null> {
  const rows = await store
    .selectFrom('experiences as experience')
    .innerJoin('experience_versions as version', 'version.id', 'experience.published_version_id')
    .select(['experience.id', 'experience.name', 'version.number', 'version.graph'])
    .execute();
  const library = new Map(rows.map(({ id, graph }) => [id, Graph.parse(JSON.parse(graph))]));
  const row = rows.find(({ id }) => id === experienceId);
  const graph = library.get(experienceId);
  if (!row || !graph) return null;
  return { name: row.name, number: row.number ?? 0, graph, library };
}

/** @throws AppError `kiosk.not_published` */
export async function requirePublished(store: Store, experienceId: string): Promise<Published> {
  const published = await readPublished(store, experienceId);
  if (!published) throw new AppError('kiosk.not_published');
  return published;
}
