import {
  AppError,
  type FunnelStep,
  type Graph,
  type ParsedInput,
  TABLE_NAMES,
  type TableName,
} from '../../../preload/contract';
import { indexFlow } from '../../chat/flow/flow-index';
import { moduleOf } from '../../chat/modules';
import type { LaneContext } from '../../foundation/operation/context';
import type { Store } from '../../foundation/store/database';
import { anyTable } from '../../foundation/store/tables/any-table';
import { type StoredModule, storedModules } from '../../vault/retention/stored-modules';

type FunnelRequest = ParsedInput<'dashboard.funnel'>;

/**
 * How many sessions left a live row at each module that stores something, the modules nearest to the
 * start first; modules that the flow has lost come last. The preview plays the draft, others what is
 * published.
 *
 * @throws AppError `experience.not_found`
 */
export async function funnel(
  { store, nowMs }: Pick<LaneContext, 'store' | 'nowMs'>,
  request: FunnelRequest,
): Promise<FunnelStep[]> {
  const storing = storingModules(await playedGraph(store, request));
  const sessions = await sessionsByModule(store, request, nowMs);
  const stored = await storedModules(store);
  const lost = [...sessions.keys()].filter((id) => !storing.has(id));
  const step = (
    moduleId: string,
    module: StoredModule | undefined,
    inFlow: boolean,
  ): FunnelStep => ({
    moduleId,
    moduleType: module?.type ?? null,
    moduleName: module?.name ?? null,
    inFlow,
    sessions: sessions.get(moduleId) ?? 0,
  });
  return [
    ...[...storing].map(([id, module]) => step(id, module, true)),
    ...lost.map((id) => step(id, stored.get(id), false)),
  ];
}

async function playedGraph(store: Store, { experienceId, channel }: FunnelRequest): Promise<Graph> {
  const experience = await store
    .selectFrom('experiences as experience')
    .leftJoin('experience_versions as version', 'version.id', 'experience.published_version_id')
    .where('experience.id', '=', experienceId)
    .select(['experience.draft', 'version.graph'])
    .executeTakeFirst();
  if (!experience) throw new AppError('experience.not_found');
  const { draft, graph } = experience;
  // Graphs are checked when they are saved.
  return JSON.parse(channel === 'preview' ? draft : (graph ?? draft)) as Graph;
}

/** The modules that write tables by id, breadth first; those without a way to them last. */
function storingModules(graph: Graph): Map<string, StoredModule> {
  const { modules, successors } = indexFlow(graph, moduleOf);
  const order = new Set<string>(graph.start === null ? [] : [graph.start]);
  // A set goes on to what is added while it is walked.
  for (const id of order) for (const next of successors(id)) order.add(next);
  for (const id of modules.keys()) order.add(id);
  return new Map(
    [...order].flatMap((id): [string, StoredModule][] => {
      const module = modules.get(id);
      if (!module || Object.keys(module.definition.stores).length === 0) return [];
      const { type, name = null } = module.node;
      return [[id, { type, name }]];
    }),
  );
}

async function sessionsByModule(
  store: Store,
  request: FunnelRequest,
  nowMs: number,
): Promise<Map<string, number>> {
  const [first, ...others] = TABLE_NAMES;
  const visits = others.reduce(
    (all, table) => all.union(visitsIn(store, table, request, nowMs)),
    visitsIn(store, first, request, nowMs),
  );
  const counts = await store
    .selectFrom(visits.as('visit'))
    .select(({ fn }) => ['module_id', fn.countAll<number>().as('sessions')])
    .groupBy('module_id')
    .orderBy('module_id')
    .execute();
  return new Map(counts.map(({ module_id, sessions }) => [module_id, sessions]));
}

function visitsIn(
  store: Store,
  table: TableName,
  { experienceId, channel }: FunnelRequest,
  nowMs: number,
) {
  return store
    .selectFrom(anyTable(table))
    .where('expires_at', '>', nowMs)
    .where('experience_id', '=', experienceId)
    .where('channel', '=', channel)
    .select(['module_id', 'session_id']);
}
