import { z } from 'zod';
import { type DrawableGiveaway, DrawPrize } from '../../../preload/contract';
import type { Store } from '../../foundation/store/database';
import { storedGiveaways } from '../../vault/retention/holds';

/** What a draw reads of a giveaway in a module's settings. */
const Giveaway = z.looseObject({
  id: z.string(),
  prizes: z.array(z.looseObject({ name: z.string(), number: z.number().optional() })).optional(),
});
const Experience = z.looseObject({
  modules: z.array(
    z.looseObject({ settings: z.looseObject({ giveaways: z.array(z.unknown()).optional() }) }),
  ),
});

/** The giveaways that participations are about, with the prizes that their modules name. */
export async function drawableGiveaways(store: Store): Promise<DrawableGiveaway[]> {
  // What participants were promised; a draft only where nothing is published.
  const experiences = await store
    .selectFrom('experiences as experience')
    .leftJoin('experience_versions as version', 'version.id', 'experience.published_version_id')
    .select(({ fn }) => fn.coalesce('version.graph', 'experience.draft').as('graph'))
    .execute();
  const prizes = new Map(experiences.flatMap(({ graph }) => prizesIn(JSON.parse(graph))));
  const giveaways = await storedGiveaways(store);
  return giveaways.map((each) => ({ ...each, prizes: prizes.get(each.giveawayId) ?? [] }));
}

function prizesIn(graph: unknown): [giveawayId: string, prizes: DrawPrize[]][] {
  const parsed = Experience.safeParse(graph);
  if (!parsed.success) return [];
  return parsed.data.modules.flatMap(({ settings }) =>
    (settings.giveaways ?? []).flatMap((item): [string, DrawPrize[]][] => {
      const giveaway = Giveaway.safeParse(item);
      if (!giveaway.success) return [];
      const { id, prizes = [] } = giveaway.data;
      const valid = prizes.map(({ name, number = 1 }) =>
        DrawPrize.safeParse({ name, winners: number }),
      );
      return [[id, valid.flatMap(({ data }) => (data ? [data] : []))]];
    }),
  );
}
