import { type Kysely, sql } from 'kysely';
import { givenOn, referToOptions } from '../../experience/refer-to-options';

type Modules = Parameters<typeof referToOptions>[0];

/**
 * Rows say which options an answer was, and conditions refer to options: a label can be changed without
 * anything else. Rows that are there know their labels only.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const table of ['answers', 'variables']) {
    await db.schema.alterTable(table).addColumn('option_ids', 'text').execute();
  }
  const given = await namesGivenByOthers(db);
  await rewrite(db, 'experiences', 'draft', given);
  await rewrite(db, 'experience_versions', 'graph', given);
}

/** A text that one experience hands to another is no option of it, even where it reads like one. */
async function namesGivenByOthers(db: Kysely<unknown>): Promise<Set<string>> {
  const names = new Set<string>();
  for (const [table, column] of [
    ['experiences', 'draft'],
    ['experience_versions', 'graph'],
  ] as const) {
    for (const { graph } of await graphsIn(db, table, column)) {
      for (const name of givenOn(modulesIn(graph))) names.add(name);
    }
  }
  return names;
}

async function rewrite(
  db: Kysely<unknown>,
  table: string,
  column: string,
  given: ReadonlySet<string>,
): Promise<void> {
  for (const { id, graph } of await graphsIn(db, table, column)) {
    const modules = modulesIn(graph);
    if (!modules.some(({ type }) => type === 'condition')) continue;
    // The text of a version and of the draft that it was made of stay the same.
    const changed = JSON.stringify({
      ...JSON.parse(graph),
      modules: referToOptions(modules, given),
    });
    await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${changed} where id = ${id}`.execute(
      db,
    );
  }
}

async function graphsIn(db: Kysely<unknown>, table: string, column: string) {
  const { rows } = await sql<{ id: string; graph: string }>`
    select id, ${sql.ref(column)} as graph from ${sql.table(table)}`.execute(db);
  return rows;
}

function modulesIn(graph: string): Modules {
  const { modules = [] } = JSON.parse(graph) as { modules?: Modules };
  return modules;
}
