import { type Kysely, sql } from 'kysely';
import {
  type Crossings,
  crossingsOf,
  handedOverTo,
  referToOptions,
} from '../../experience/refer-to-options';

type Modules = Parameters<typeof referToOptions>[0];

/** Where graphs are, and of which experience. */
const GRAPHS = [
  { table: 'experiences', column: 'draft', experience: 'id' },
  { table: 'experience_versions', column: 'graph', experience: 'experience_id' },
] as const;

interface StoredGraph {
  readonly experience: string;
  readonly modules: Modules;
  /** Puts others in their place. */
  readonly replace: (modules: Modules) => Promise<void>;
}

/**
 * Rows say which options an answer was, and conditions refer to options: a label can be changed without
 * anything else. Rows that are there know their labels only.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const table of ['answers', 'variables']) {
    await db.schema.alterTable(table).addColumn('option_ids', 'text').execute();
  }
  const all = new Map<string, Crossings[]>();
  for await (const { experience, modules } of graphsIn(db)) {
    all.set(experience, [...(all.get(experience) ?? []), crossingsOf(modules)]);
  }
  for await (const { experience, modules, replace } of graphsIn(db)) {
    if (!modules.some(({ type }) => type === 'condition')) continue;
    // What one experience hands to another is no option of that one, even where it reads like one.
    await replace(referToOptions(modules, new Set(handedOverTo(experience, all))));
  }
}

/** One after the other: they hold pictures. */
async function* graphsIn(db: Kysely<unknown>): AsyncGenerator<StoredGraph> {
  for (const { table, column, experience } of GRAPHS) {
    const [graphs, graphColumn] = [sql.table(table), sql.ref(column)];
    const { rows } = await sql<{ id: string; experience: string }>`
      select id, ${sql.ref(experience)} as experience from ${graphs}`.execute(db);
    for (const { id, experience } of rows) {
      const stored = await sql<{ graph: string }>`
        select ${graphColumn} as graph from ${graphs} where id = ${id}`.execute(db);
      const graph = JSON.parse(stored.rows[0]?.graph ?? '{}') as { modules?: Modules };
      const replace = async (modules: Modules): Promise<void> => {
        // The text of a version and of the draft that it was made of stay the same.
        const changed = JSON.stringify({ ...graph, modules });
        await sql`update ${graphs} set ${graphColumn} = ${changed} where id = ${id}`.execute(db);
      };
      yield { experience, modules: graph.modules ?? [], replace };
    }
  }
}
