import { type ChatSettings, chatSettings, type Graph } from '../../../preload/contract';
import { canonical } from './canonical';

/**
 * Changes what is set for the whole chat; what is `undefined` is as usual again, and a draft of which all
 * is as usual says nothing of it.
 */
export function setChatSetting(
  graph: Graph,
  changes: { [K in keyof ChatSettings]?: ChatSettings[K] | undefined },
): Graph {
  const before = chatSettings(graph);
  const settings = chatSettings({ settings: { ...before, ...changes } as ChatSettings });
  if (canonical(settings) === canonical(before)) return graph;
  const { settings: _, ...others } = graph;
  return canonical(settings) === canonical(chatSettings({})) ? others : { ...others, settings };
}
