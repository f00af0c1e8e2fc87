import type { TableName } from '../../../preload/contract';
import { moduleOf } from '../../chat/modules';
import type { Store } from '../../foundation/store/database';
import { storedModules } from '../../vault/retention/module-types';

/** A table that a module of an experience writes, with the days that the module declares for it. */
export interface Place {
  readonly experienceId: string;
  readonly experienceName: string;
  readonly moduleId: string;
  readonly moduleType: string;
  readonly table: TableName;
  readonly declaredDays: number;
}

/**
 * Every place of every experience, in the order in which they were made: of the draft, and of the
 * published version, whose modules write also after the draft has lost them.
 */
export async function readPlaces(store: Store): Promise<Place[]> {
  const experiences = await store
    .selectFrom('experiences as experience')
    .leftJoin('experience_versions as version', 'version.id', 'experience.published_version_id')
    .select(['experience.id', 'experience.name', 'experience.draft', 'version.graph'])
    .orderBy('experience.created_at')
    .execute();
  return experiences.flatMap(({ id, name, draft, graph }) =>
    typesByModule(draft, graph).flatMap(([moduleId, moduleType]) =>
      Object.entries(moduleOf(moduleType)?.stores ?? {}).map(([table, declaredDays]) => ({
        experienceId: id,
        experienceName: name,
        moduleId,
        moduleType,
        table: table as TableName,
        declaredDays,
      })),
    ),
  );
}

function typesByModule(...graphs: (string | null)[]): [id: string, type: string][] {
  const modules = graphs.flatMap((graph) => (graph === null ? [] : storedModules(graph)));
  return [...new Map(modules.map(({ id, type }) => [id, type]))];
}
