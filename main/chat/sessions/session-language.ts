import {
  type ChatLanguage,
  chatSettings,
  type Graph,
  spokenLanguage,
} from '../../../preload/contract';
import type { SpokenLanguage } from '../engine/play-turn';

/** In which the chat could go on. */
export function languagesOf(graph: Graph): ChatLanguage[] {
  const { languages } = chatSettings(graph);
  return languages ? [languages.main, ...languages.others] : [];
}

/** Undefined where the experience does not say in which language it speaks. */
export function languageOf(
  graph: Graph,
  wanted: ChatLanguage | undefined,
): SpokenLanguage | undefined {
  const { languages } = chatSettings(graph);
  if (!languages) return undefined;
  const tag = spokenLanguage(languages, wanted === undefined ? [] : [wanted]);
  return { tag, isKept: languages.others.length > 0 };
}
