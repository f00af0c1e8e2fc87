import { z } from 'zod';
import { ModuleNode, type TableName } from '../../preload/contract';
import { moduleOf } from '../modules';
import type { Store } from '../store/database';

/** A table that a module of an experience writes, with the days that the module declares for it. */
export interface Place {
  readonly experienceId: string;
  readonly experienceName: string;
  readonly moduleId: string;
  readonly moduleType: string;
  readonly table: TableName;
  readonly declaredDays: number;
}

const Draft = z.object({ modules: z.array(ModuleNode.pick({ id: true, type: true })) });

/** Every place of every experience, in the order in which they were made. */
export async function readPlaces(store: Store): Promise<Place[]> {
  const experiences = await store
    .selectFrom('experiences')
    .select(['id', 'name', 'draft'])
    .orderBy('created_at')
    .execute();
  return experiences.flatMap(({ id, name, draft }) =>
    Draft.parse(JSON.parse(draft)).modules.flatMap(({ id: moduleId, type: moduleType }) =>
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

/** The kind of each module that an experience still has. */
export async function moduleTypes(store: Store): Promise<ReadonlyMap<string, string>> {
  const places = await readPlaces(store);
  return new Map(places.map(({ moduleId, moduleType }) => [moduleId, moduleType]));
}
