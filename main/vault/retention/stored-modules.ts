import { z } from 'zod';
import { ModuleNode } from '../../../preload/contract';
import type { Store } from '../../foundation/store/database';

const Modules = z.object({
  modules: z.array(ModuleNode.pick({ id: true, type: true, name: true })),
});

export interface StoredModule {
  readonly type: string;
  /** What its authors call it; null where they do not. */
  readonly name: string | null;
}

/**
 * The modules of an experience by id, those first that its draft has. Those that only its published version
 * still has write as well; of one that both have, the draft knows the newer name.
 */
export function modulesIn(draft: string, published: string | null): Map<string, StoredModule> {
  const found = new Map<string, StoredModule>();
  for (const graph of published === null ? [draft] : [draft, published]) {
    for (const { id, type, name = null } of Modules.parse(JSON.parse(graph)).modules) {
      if (!found.has(id)) found.set(id, { type, name });
    }
  }
  return found;
}

/** Each module that an experience still has, in its draft or as it is published, by id. */
export async function storedModules(store: Store): Promise<ReadonlyMap<string, StoredModule>> {
  const experiences = await store
    .selectFrom('experiences as experience')
    .leftJoin('experience_versions as version', 'version.id', 'experience.published_version_id')
    .select(['experience.draft', 'version.graph'])
    .orderBy('experience.created_at')
    .execute();
  return new Map(experiences.flatMap(({ draft, graph }) => [...modulesIn(draft, graph)]));
}
