import type { Edge, FlowPart, ModuleNode } from './experiences';
import type { FormField } from './modules';

export interface Renewed {
  readonly modules: ModuleNode[];
  readonly edges: Edge[];
  /** New module ids by the old ones. */
  readonly ids: ReadonlyMap<string, string>;
}

type Settings = ModuleNode['settings'];
type Json = Settings[string];

/**
 * The same modules under ids of their own: rows, limits and retention rules are kept by the ids of
 * modules and of the items in their lists, so a copy must not share them. Edges of branches and
 * settings that name a module follow; settings that do not fit the form stay as they are.
 */
export function renewIds(
  { modules, edges }: Pick<FlowPart, 'modules' | 'edges'>,
  formOf: (type: string) => readonly FormField[] | undefined,
  newId: () => string,
): Renewed {
  const ids = new Map(modules.map(({ id }) => [id, newId()]));
  const items = new Map<string, Map<string, string>>();
  const renewed = modules.map((module) => {
    const known = new Map<string, string>();
    items.set(module.id, known);
    const settings = renewSettings(module.settings, formOf(module.type) ?? [], {
      item: (id) => remember(known, id, newId),
      module: (id) => ids.get(id) ?? id,
    });
    return { ...module, id: ids.get(module.id) ?? newId(), settings };
  });
  const kept = edges.flatMap(({ from, branch, to }) => {
    const [source, target] = [ids.get(from), ids.get(to)];
    if (source === undefined || target === undefined) return [];
    return [{ from: source, branch: items.get(from)?.get(branch) ?? branch, to: target }];
  });
  return { modules: renewed, edges: kept, ids };
}

interface Renewal {
  item(id: string): string;
  module(id: string): string;
}

function renewSettings(settings: Settings, form: readonly FormField[], to: Renewal): Settings {
  const renewed = { ...settings };
  for (const field of form) {
    const value = Object.hasOwn(settings, field.key) ? settings[field.key] : undefined;
    if (field.kind === 'list' && Array.isArray(value)) {
      renewed[field.key] = value.map((item) => renewItem(item, field.fields, to));
    } else if (field.kind === 'module' && typeof value === 'string') {
      renewed[field.key] = to.module(value);
    }
  }
  return renewed;
}

function renewItem(item: Json, fields: readonly FormField[], to: Renewal): Json {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) return item;
  const { id } = item;
  const renewed = renewSettings(item, fields, to);
  return typeof id === 'string' ? { ...renewed, id: to.item(id) } : renewed;
}

function remember(known: Map<string, string>, id: string, newId: () => string): string {
  const renewed = known.get(id) ?? newId();
  known.set(id, renewed);
  return renewed;
}
