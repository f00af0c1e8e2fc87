import { type ChatSettings, chatSettings, type Graph } from '../../../preload/contract';

/** Changes what is set for the whole chat; a draft of which all is as usual says nothing of it. */
export function setChatSetting(graph: Graph, changes: Partial<ChatSettings>): Graph {
  const before = chatSettings(graph);
  const settings = { ...before, ...changes };
  if (isSame(settings, before)) return graph;
  const { settings: _, ...others } = graph;
  return isSame(settings, chatSettings({})) ? others : { ...others, settings };
}

function isSame(a: ChatSettings, b: ChatSettings): boolean {
  return (Object.keys(a) as (keyof ChatSettings)[]).every((key) => a[key] === b[key]);
}
