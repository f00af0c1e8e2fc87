import { type Edge, type FlowPart, isSettings, type ModuleNode, type Section } from './experiences';
import type { Translations } from './languages';
import type { FormField, ModuleDescriptor } from './modules';
import { offersOf, optionOfParts, partsOfOption } from './options';

export interface Renewed {
  readonly modules: ModuleNode[];
  readonly edges: Edge[];
  /** As far as there are any. */
  readonly sections?: Section[];
  /** New module ids by the old ones. */
  readonly ids: ReadonlyMap<string, string>;
  /** Where a text of a copied module stands now, by where it stood; null where it is not copied. */
  placeOf(place: string): string | null;
  /** The new id of an item in a list of this module. */
  itemOf(moduleId: string, id: string): string;
}

/** What has to be known of a kind of module to find the ids in its settings. */
export type IdDeclaration = Pick<ModuleDescriptor, 'form' | 'offers'>;

type Settings = ModuleNode['settings'];
type Json = Settings[string];
type Ids = ReadonlyMap<string, string>;

/**
 * The same modules under ids of their own: rows, limits and retention rules are kept by the ids of
 * modules and of the items in their lists, so a copy must not share them. Edges of branches, settings
 * that name a module and rules about an option follow to what is copied with them; settings that do not
 * fit the form stay as they are.
 */
export function renewIds(
  { modules, edges, sections }: FlowPart,
  declarationOf: (type: string) => IdDeclaration | undefined,
  newId: () => string,
): Renewed {
  const ids = new Map(modules.map(({ id }) => [id, newId()]));
  const items = new Map<string, Map<string, string>>();
  for (const module of modules) {
    const known = new Map<string, string>();
    items.set(module.id, known);
    const form = declarationOf(module.type)?.form ?? [];
    for (const id of itemIds(module.settings, form)) if (!known.has(id)) known.set(id, newId());
  }
  const options = renewedOptions(modules, declarationOf, items);
  const renewed = modules.map((module) => {
    const form = declarationOf(module.type)?.form ?? [];
    const settings = renewSettings(module.settings, form, {
      items: items.get(module.id) ?? new Map(),
      modules: ids,
      options,
    });
    return { ...module, id: ids.get(module.id) ?? newId(), settings };
  });
  const kept = edges.flatMap(({ from, branch, to }) => {
    const [source, target] = [ids.get(from), ids.get(to)];
    if (source === undefined || target === undefined) return [];
    return [{ from: source, branch: items.get(from)?.get(branch) ?? branch, to: target }];
  });
  const placeOf = (place: string): string | null => {
    const [moduleId = '', ...path] = place.split('/');
    const [now, known] = [ids.get(moduleId), items.get(moduleId)];
    if (now === undefined) return null;
    const parts = path.join('/').split('.');
    return `${now}/${parts.map((part, at) => (at % 2 === 1 ? (known?.get(part) ?? part) : part)).join('.')}`;
  };
  const itemOf = (moduleId: string, id: string): string => items.get(moduleId)?.get(id) ?? id;
  return {
    modules: renewed,
    edges: kept,
    ...(sections && { sections: sections.map((section) => ({ ...section, id: newId() })) }),
    ids,
    placeOf,
    itemOf,
  };
}

/** The texts that have been copied, at the places where they stand now. */
export function movedTexts(
  texts: Translations[string],
  placeOf: Renewed['placeOf'],
): Translations[string] {
  return Object.fromEntries(
    Object.entries(texts).flatMap(([place, translation]) => {
      const now = placeOf(place);
      return now === null ? [] : [[now, translation]];
    }),
  );
}

/** Of each variable, the new ids of options by the old ones: two modules may offer the same. */
function renewedOptions(
  modules: readonly ModuleNode[],
  declarationOf: (type: string) => IdDeclaration | undefined,
  items: ReadonlyMap<string, Ids>,
): ReadonlyMap<string, ReadonlyMap<string, string[]>> {
  const byVariable = new Map<string, Map<string, string[]>>();
  for (const { id: moduleId, type, settings } of modules) {
    const known = items.get(moduleId) ?? new Map();
    for (const { variable, options } of offersOf(declarationOf(type)?.offers, settings)) {
      if (variable === null) continue;
      const renewed = byVariable.get(variable) ?? new Map<string, string[]>();
      byVariable.set(variable, renewed);
      for (const { id } of options) {
        const now = optionOfParts(partsOfOption(id).map((part) => known.get(part) ?? part));
        renewed.set(id, [...(renewed.get(id) ?? []), now]);
      }
    }
  }
  return byVariable;
}

interface Renewal {
  readonly items: Ids;
  readonly modules: Ids;
  readonly options: ReadonlyMap<string, ReadonlyMap<string, string[]>>;
}

function itemIds(settings: Settings, form: readonly FormField[]): string[] {
  return form.flatMap((field) => {
    const value = settingOf(settings, field);
    if (field.kind !== 'list' || !Array.isArray(value)) return [];
    return value.flatMap((item) => {
      if (!isSettings(item)) return [];
      const { id } = item;
      return [...(typeof id === 'string' ? [id] : []), ...itemIds(item, field.fields)];
    });
  });
}

function renewSettings(settings: Settings, form: readonly FormField[], to: Renewal): Settings {
  const renewed = { ...settings };
  for (const field of form) {
    const value = settingOf(settings, field);
    if (field.kind === 'list' && Array.isArray(value)) {
      renewed[field.key] = value.map((item) => renewItem(item, field.fields, to));
    } else if (field.kind === 'module' && typeof value === 'string') {
      renewed[field.key] = to.modules.get(value) ?? value;
    } else if (field.kind === 'options' && Array.isArray(value)) {
      const variable = String(settings[field.variable] ?? '').trim();
      renewed[field.key] = renewOptions(value, to.options.get(variable));
    }
  }
  return renewed;
}

function renewOptions(value: Json[], renewed: ReadonlyMap<string, string[]> | undefined): Json[] {
  const options = value.flatMap((id) => renewed?.get(String(id)) ?? [id]);
  return [...new Set(options)];
}

function renewItem(item: Json, fields: readonly FormField[], to: Renewal): Json {
  if (!isSettings(item)) return item;
  const { id } = item;
  const renewed = renewSettings(item, fields, to);
  return typeof id === 'string' ? { ...renewed, id: to.items.get(id) ?? id } : renewed;
}

/** Own values only: a key of a file may be one that all objects have. */
function settingOf(settings: Settings, { key }: FormField): Json | undefined {
  return Object.hasOwn(settings, key) ? settings[key] : undefined;
}
