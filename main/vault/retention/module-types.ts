import { z } from 'zod';
import { ModuleNode } from '../../../preload/contract';
import type { Store } from '../../foundation/store/database';

const Modules = z.object({ modules: z.array(ModuleNode.pick({ id: true, type: true })) });

export type StoredModule = Pick<ModuleNode, 'id' | 'type'>;

/** The modules of a flow as the database has it. */
export function storedModules(graph: string): StoredModule[] {
  return Modules.parse(JSON.parse(graph)).modules;
}

/** The kind of each module that an experience still has, in its draft or as it is published. */
export async function moduleTypes(store: Store): Promise<ReadonlyMap<string, string>> {
  const experiences = await store
    .selectFrom('experiences as experience')
    .leftJoin('experience_versions as version', 'version.id', 'experience.published_version_id')
    .select(['experience.draft', 'version.graph'])
    .orderBy('experience.created_at')
    .execute();
  const graphs = experiences.flatMap(({ draft, graph }) =>
    graph === null ? [draft] : [draft, graph],
  );
  return new Map(graphs.flatMap(storedModules).map(({ id, type }) => [id, type]));
}
