import type { Graph } from '../../../preload/contract';
import type { Store } from '../../foundation/store/database';
import type { Library } from '../engine/program';
import type { Neighbour } from '../flow/world';
import { moduleOf } from '../modules';

/** Drafts play with drafts; what participants get plays with what participants get. */
export type Edition = 'draft' | 'published';

export type Neighbours = ReadonlyMap<string, Neighbour>;

/** The experiences into which one leads, and those into which these lead. */
export async function calledFrom(
  store: Store,
  graph: Graph,
  edition: Edition,
): Promise<Map<string, Neighbour>> {
  const found = new Map<string, Neighbour>();
  let wanted = destinationsIn(graph);
  while (wanted.length > 0) {
    const rows = await experiences(store).where('experience.id', 'in', wanted).execute();
    const loaded = rows.map((row) => [row.id, neighbourOf(row, edition)] as const);
    for (const [id, neighbour] of loaded) found.set(id, neighbour);
    const next = new Set(loaded.flatMap(([, neighbour]) => destinationsIn(neighbour.graph)));
    wanted = [...next].filter((id) => !found.has(id) && !wanted.includes(id));
  }
  return found;
}

/** Beside these, the experiences that lead into it. */
export async function neighboursOf(
  store: Store,
  experience: { id: string | null; graph: Graph },
  edition: Edition,
): Promise<Neighbours> {
  const { id, graph } = experience;
  const called = await calledFrom(store, graph, edition);
  if (id === null) return called;
  // Finds more than those that lead into it, and never fewer.
  const rows = await experiences(store)
    .where('experience.draft', 'like', `%${id}%`)
    .where('experience.id', '!=', id)
    .execute();
  return new Map([...rows.map((row) => [row.id, neighbourOf(row, edition)] as const), ...called]);
}

/** The names of the experiences whose published versions lead into it. */
export async function publishedInto(store: Store, id: string): Promise<string[]> {
  const rows = await experiences(store)
    .where('version.graph', 'like', `%${id}%`)
    .where('experience.id', '!=', id)
    .orderBy('experience.name')
    .execute();
  return rows
    .filter(({ graph }) => graph !== null && destinationsIn(JSON.parse(graph)).includes(id))
    .map(({ name }) => name);
}

/** What a chat with this graph can play beside it. */
export async function libraryFor(store: Store, graph: Graph, edition: Edition): Promise<Library> {
  const called = await calledFrom(store, graph, edition);
  return new Map(
    [...called].flatMap(([id, neighbour]) =>
      edition === 'draft' || neighbour.isPublished ? [[id, neighbour.graph] as const] : [],
    ),
  );
}

function destinationsIn({ modules }: Graph): string[] {
  const ids = modules.flatMap(({ type, settings }) => {
    const { leadsTo, settings: schema } = moduleOf(type) ?? {};
    const parsed = leadsTo ? schema?.safeParse(settings) : undefined;
    return parsed?.success ? [leadsTo?.(parsed.data).experienceId] : [];
  });
  return [...new Set(ids)].filter((id) => id !== undefined);
}

function experiences(store: Store) {
  return store
    .selectFrom('experiences as experience')
    .leftJoin('experience_versions as version', 'version.id', 'experience.published_version_id')
    .select(['experience.id', 'experience.name', 'experience.draft', 'version.graph']);
}

interface Row {
  readonly name: string;
  readonly draft: string;
  /** Of the published version. */
  readonly graph: string | null;
}

/** Graphs are checked when they are saved. */
function neighbourOf({ name, draft, graph }: Row, edition: Edition): Neighbour {
  const text = edition === 'published' ? (graph ?? draft) : draft;
  return { name, graph: JSON.parse(text) as Graph, isPublished: graph !== null };
}
