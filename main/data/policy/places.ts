import type { TableName } from '../../../preload/contract';
import { moduleOf } from '../../chat/modules';
import type { Store } from '../../foundation/store/database';
import { modulesIn } from '../../vault/retention/stored-modules';

/** A table that a module of an experience writes, with the days that the module declares for it. */
export interface Place {
  readonly experienceId: string;
  readonly experienceName: string;
  readonly moduleId: string;
  readonly moduleType: string;
  /** What its authors call it; null where they do not. */
  readonly moduleName: string | null;
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
    [...modulesIn(draft, graph)].flatMap(([moduleId, { type, name: moduleName }]) =>
      Object.entries(moduleOf(type)?.stores ?? {}).map(([table, declaredDays]) => ({
        experienceId: id,
        experienceName: name,
        moduleId,
        moduleType: type,
        moduleName,
        table: table as TableName,
        declaredDays,
      })),
    ),
  );
}
