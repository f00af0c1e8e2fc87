import {
  baseOf,
  type ChatLanguage,
  chatSettings,
  type ExperienceText,
  type Graph,
  type ModuleNode,
  offersByVariable,
  sayModule,
  saySettings,
  spokenLanguage,
} from '../../../preload/contract';
import { moduleOf } from '../modules';
import { builtInTranslation } from '../modules/built-in-words';
import type { ModuleDefinition } from '../modules/define-module';
import { formOfModule } from '../modules/forms';
import { byOption } from './by-option';

/**
 * The experience with its texts in a language: as they are translated, else as the language without its
 * region has them (`pt` for `pt-BR`), else as modules say them of their own accord, else as they are.
 * A translation that its setting would not take is left out. Ids, branches and what is no text stay, and
 * conditions that compare a variable with the label of an option ask for the option, whatever it is called.
 */
export function localise(graph: Graph, wanted: ChatLanguage): Graph {
  const { languages } = chatSettings(graph);
  if (!languages) return graph;
  const language = spokenLanguage(languages, [wanted]);
  if (language === languages.main) return graph;
  const translate = translatorInto(graph, language);
  const offers = offersByVariable(graph.modules, (type) => moduleOf(type)?.offers);
  return {
    ...graph,
    modules: graph.modules.map((module) => localised(byOption(module, offers), translate)),
    settings: saySettings(chatSettings(graph), (spoken) =>
      translate({ ...spoken, moduleId: null, type: null }),
    ),
  };
}

/** Says each experience that a chat comes through in its language. */
export function inLanguage(language: ChatLanguage | undefined): (graph: Graph) => Graph {
  return (graph) => (language === undefined ? graph : localise(graph, language));
}

/** A translation of a text; the text itself where there is none. */
function translatorInto(graph: Graph, language: ChatLanguage): (text: ExperienceText) => string {
  const tables = [graph.translations?.[language], graph.translations?.[baseOf(language)]];
  return (spoken) => {
    const { place, text, maxLength } = spoken;
    for (const table of tables) {
      const known = table && Object.hasOwn(table, place) ? table[place]?.text : undefined;
      if (known !== undefined && known.trim() !== '' && known.length <= maxLength) return known;
    }
    return builtInTranslation(spoken, language) || text;
  };
}

function localised(module: ModuleNode, translate: (text: ExperienceText) => string): ModuleNode {
  const definition = moduleOf(module.type);
  if (!definition) return module;
  const settings = sayModule(module, formOfModule(definition), (spoken) =>
    translate({ ...spoken, moduleId: module.id, type: module.type }),
  );
  return isPlayable(definition, settings, module) ? { ...module, settings } : module;
}

/** What the module itself would not accept must not keep participants of one language from playing. */
function isPlayable(
  { settings: schema }: ModuleDefinition,
  settings: ModuleNode['settings'],
  before: ModuleNode,
): boolean {
  if (settings === before.settings) return true;
  return schema.safeParse(settings).success || !schema.safeParse(before.settings).success;
}
