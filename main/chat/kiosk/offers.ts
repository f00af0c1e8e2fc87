import {
  chatSettings,
  effectiveDays,
  Graph,
  KioskLook,
  type KioskOffer,
  type Policy,
  TABLE_NAMES,
  type TableName,
} from '../../../preload/contract';
import type { LaneContext } from '../../foundation/operation/context';
import { readRules } from '../../vault/retention/rules';
import { defaultAppearance } from '../appearance/default-appearance';
import { moduleOf } from '../modules';
import { storesWith } from '../modules/define-module';

/** What can be put on a kiosk, by name. */
export async function listOffers({ store }: Pick<LaneContext, 'store'>): Promise<KioskOffer[]> {
  const rows = await store
    .selectFrom('experiences as experience')
    .innerJoin('experience_versions as version', 'version.id', 'experience.published_version_id')
    .select(['experience.id', 'experience.name', 'version.number', 'version.graph'])
    .select(['version.created_at as publishedAt'])
    .select(({ eb }) => eb('version.graph', '<>', eb.ref('experience.draft')).as('differs'))
    .orderBy('experience.name')
    .execute();
  const policy = await readRules(store);
  const plain = await defaultAppearance({ store });
  return rows.map(({ id, name, number, publishedAt, differs, graph: text }) => {
    const graph = Graph.parse(JSON.parse(text));
    const { appearance = plain, kiosk = KioskLook.parse({}), languages } = chatSettings(graph);
    return {
      experienceId: id,
      name,
      number: number ?? 0,
      publishedAt,
      draftDiffers: Boolean(differs),
      appearance,
      look: kiosk,
      languages: languages ?? null,
      stores: storesOf(graph, policy),
      // A signature is a file as well, but is drawn on the kiosk itself.
      asksForFiles: graph.modules.some(({ type }) => type === 'file_upload'),
    };
  });
}

/** By the longest that a module keeps a table's rows under the policy. */
function storesOf({ modules }: Graph, policy: Policy): KioskOffer['stores'] {
  const longest = new Map<TableName, number>();
  for (const { id: moduleId, type, settings } of modules) {
    const definition = moduleOf(type);
    for (const [table, declaredDays] of definition ? storesWith(definition, settings) : []) {
      const { days, offBy } = effectiveDays(policy, { moduleId, table, declaredDays });
      if (offBy === null) longest.set(table, Math.max(days, longest.get(table) ?? 0));
    }
  }
  return TABLE_NAMES.flatMap((table) => {
    const days = longest.get(table);
    return days === undefined ? [] : [{ table, days }];
  });
}
