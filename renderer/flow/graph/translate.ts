import {
  type ChatLanguage,
  type ChatLanguages,
  chatSettings,
  type Graph,
  movedTexts,
  type Renewed,
  type Translation,
  type Translations,
} from '../../../preload/contract';
import { setChatSetting } from './set-chat-setting';

/** Sets in which languages the chat speaks; translations into others go. */
export function setLanguages(graph: Graph, languages: ChatLanguages | undefined): Graph {
  const changed = setChatSetting(graph, { languages });
  const { translations } = changed;
  if (!translations) return changed;
  const kept = Object.entries(translations).filter(([each]) => languages?.others.includes(each));
  return withTranslations(changed, Object.fromEntries(kept));
}

/** Of a place without a text, the translation goes. */
export function translate(
  graph: Graph,
  language: ChatLanguage,
  texts: Readonly<Record<string, Translation>>,
): Graph {
  if (!chatSettings(graph).languages?.others.includes(language)) return graph;
  const now = { ...graph.translations?.[language], ...texts };
  const filled = Object.entries(now).filter(([, { text }]) => text !== '');
  return withTranslations(graph, {
    ...graph.translations,
    [language]: Object.fromEntries(filled),
  });
}

/** Drops translations of texts that are not there any more. */
export function withoutOrphans(graph: Graph, places: ReadonlySet<string>): Graph {
  const { translations } = graph;
  if (!translations) return graph;
  const left = Object.entries(translations).map(([language, texts]) => [
    language,
    Object.fromEntries(Object.entries(texts).filter(([place]) => places.has(place))),
  ]);
  return withTranslations(graph, Object.fromEntries(left));
}

/** Gives copied modules the translations of their originals. */
export function copyTranslations(graph: Graph, placeOf: Renewed['placeOf']): Graph {
  const { translations } = graph;
  if (!translations) return graph;
  const both = Object.entries(translations).map(([language, texts]) => [
    language,
    { ...texts, ...movedTexts(texts, placeOf) },
  ]);
  return withTranslations(graph, Object.fromEntries(both));
}

function withTranslations({ translations: _, ...graph }: Graph, now: Translations): Graph {
  const filled = Object.entries(now).filter(([, texts]) => Object.keys(texts).length > 0);
  return filled.length === 0 ? graph : { ...graph, translations: Object.fromEntries(filled) };
}
