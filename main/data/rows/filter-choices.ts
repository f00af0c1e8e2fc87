import { sql } from 'kysely';
import type { FilterChoices, ParsedInput, TableName } from '../../../preload/contract';
import type { LaneContext } from '../../foundation/operation/context';
import type { Store } from '../../foundation/store/database';
import { anyTable } from '../../foundation/store/tables/any-table';
import { readPlaces } from '../policy/places';

/** What a table can be filtered by: the experiences that have rows in it, the modules that write it. */
export async function filterChoices(
  { store }: Pick<LaneContext, 'store'>,
  { table }: ParsedInput<'data.filterChoices'>,
): Promise<FilterChoices> {
  const places = await readPlaces(store);
  return {
    experiences: await storedExperiences(store, table),
    modules: places
      .filter((place) => place.table === table)
      .map(({ moduleId: id, moduleType: type, moduleName: name, experienceId }) => ({
        id,
        type,
        name,
        experienceId,
      })),
  };
}

/** From one to the next by the index: to read the ids of all rows would take seconds of a million. */
async function storedExperiences(store: Store, table: TableName) {
  const { rows } = await sql<{ id: string | null }>`
    with recursive experience(id) as (
      select min(experience_id) from ${sql.table(table)}
      union all
      select (select min(experience_id) from ${sql.table(table)} where experience_id > experience.id)
      from experience where experience.id is not null
    )
    select id from experience`.execute(store);
  const experiences: FilterChoices['experiences'] = [];
  for (const { id } of rows) if (id !== null) experiences.push(await named(store, table, id));
  return experiences.toSorted((a, b) => a.name.localeCompare(b.name));
}

/** By the name of its newest row: experiences are renamed, and deleted while their rows stay. */
async function named(store: Store, table: TableName, id: string) {
  const { experience_name } = await store
    .selectFrom(anyTable(table))
    .select('experience_name')
    .where('experience_id', '=', id)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  return { id, name: experience_name ?? id };
}
