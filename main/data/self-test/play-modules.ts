import { AppError, Graph } from '../../../preload/contract';
import type { Sessions } from '../../chat/sessions/sessions';
import type { Store } from '../../foundation/store/database';
import type { Place } from '../policy/places';
import { EMAIL } from './answer-to';
import { converse, type Played } from './play-samples';

/** More than a report could be read about. */
const MAX_MODULES = 200;

/** Begins at each module as somebody whose address is known, and goes on from there. */
export async function playModules(
  store: Store,
  sessions: Sessions,
  places: readonly Place[],
  played: Played,
): Promise<void> {
  const modules = new Map(places.map((place) => [place.moduleId, place]));
  for (const place of [...modules.values()].slice(0, MAX_MODULES)) {
    const { experienceId, experienceName, moduleId } = place;
    const graph = await graphWith(store, place);
    if (!graph) continue;
    const playable = { experienceId, experienceName, graph, channel: 'preview' } as const;
    try {
      const start = { at: moduleId, variables: { email: EMAIL } };
      const turn = await sessions.start(playable, start);
      await converse(sessions, turn, played);
      sessions.forget(turn.sessionId);
    } catch (error) {
      // A draft need not be playable to its end: what came so far has been compared.
      if (!(error instanceof AppError)) throw error;
    }
  }
}

/** The draft, or the published version if only that still has the module. */
async function graphWith(
  store: Store,
  { experienceId, moduleId }: Place,
): Promise<Graph | undefined> {
  const { draft, published } = await store
    .selectFrom('experiences as experience')
    .leftJoin('experience_versions as version', 'version.id', 'experience.published_version_id')
    .where('experience.id', '=', experienceId)
    .select(['experience.draft', 'version.graph as published'])
    .executeTakeFirstOrThrow();
  return [draft, published]
    .flatMap((graph) => (graph === null ? [] : Graph.parse(JSON.parse(graph))))
    .find(({ modules }) => modules.some(({ id }) => id === moduleId));
}
