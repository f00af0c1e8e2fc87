import { type Graph, legalIdsIn } from '../../../preload/contract';

/** Ids of the legal texts that an experience mentions: in settings, in links and for the whole chat. */
export function legalIdsInGraph(graph: Graph): string[] {
  const { privacy, imprint } = graph.settings?.legal ?? {};
  const offered = [privacy, imprint].filter((id) => id !== undefined);
  const { modules, settings, translations } = graph;
  return [
    ...new Set([...offered, ...legalIdsIn(JSON.stringify({ modules, settings, translations }))]),
  ];
}
