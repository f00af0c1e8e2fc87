import {
  type ChatLanguage,
  ChatSettings,
  chatSettings,
  type Edge,
  type Graph,
  type ModuleNode,
} from '../../../preload/contract';
import { canonical } from '../graph/canonical';

export type Json = ModuleNode['settings'][string];

export interface SettingChange {
  readonly key: string;
  readonly before: Json | undefined;
  readonly after: Json | undefined;
}

/** What became of a module, and of which settings. */
export interface ModuleChange {
  readonly module: ModuleNode;
  readonly kind: 'added' | 'removed' | 'changed' | 'same';
  readonly settings: readonly SettingChange[];
  /** What its authors called it and call it, where that is not the same. */
  readonly name?: { readonly before: string | undefined; readonly after: string | undefined };
}

export interface EdgeChange {
  readonly edge: Edge;
  readonly kind: 'added' | 'removed' | 'same';
}

/** What is set for the whole chat and was set otherwise before. */
export interface ChatSettingChange {
  readonly key: keyof ChatSettings;
  readonly before: ChatSettings[keyof ChatSettings];
  readonly after: ChatSettings[keyof ChatSettings];
}

/** How many texts of a language are translated otherwise, or were and are not any more. */
export interface TranslationChange {
  readonly language: ChatLanguage;
  readonly count: number;
}

export interface GraphDiff {
  /** Of both graphs, each module once, as it is afterwards where it still is. */
  readonly modules: readonly ModuleChange[];
  readonly edges: readonly EdgeChange[];
  readonly startChanged: boolean;
  readonly settings: readonly ChatSettingChange[];
  readonly translations: readonly TranslationChange[];
  readonly isSame: boolean;
}

/** What changed from one graph to another. Positions do not count: participants do not see them. */
export function diffGraphs(before: Graph, after: Graph): GraphDiff {
  const modules = diffModules(before, after);
  const edges = diffEdges(before.edges, after.edges);
  const startChanged = before.start !== after.start;
  const settings = diffSettings(before, after);
  const translations = diffTranslations(before, after);
  const isSame =
    !startChanged &&
    settings.length === 0 &&
    translations.length === 0 &&
    [...modules, ...edges].every(({ kind }) => kind === 'same');
  return { modules, edges, startChanged, settings, translations, isSame };
}

function diffSettings(before: Graph, after: Graph): GraphDiff['settings'] {
  const [was, is] = [chatSettings(before), chatSettings(after)];
  const keys = Object.keys(ChatSettings.shape) as (keyof ChatSettings)[];
  return keys
    .filter((key) => canonical(was[key]) !== canonical(is[key]))
    .map((key) => ({ key, before: was[key], after: is[key] }));
}

function diffTranslations(before: Graph, after: Graph): TranslationChange[] {
  const [was, is] = [before.translations ?? {}, after.translations ?? {}];
  return [...new Set([...Object.keys(was), ...Object.keys(is)])].flatMap((language) => {
    const [old, now] = [was[language] ?? {}, is[language] ?? {}];
    const places = new Set([...Object.keys(old), ...Object.keys(now)]);
    const changed = [...places].filter((place) => old[place]?.text !== now[place]?.text);
    return changed.length === 0 ? [] : [{ language, count: changed.length }];
  });
}

function diffModules(before: Graph, after: Graph): ModuleChange[] {
  const old = new Map(before.modules.map((module) => [module.id, module]));
  const kept = new Set(after.modules.map(({ id }) => id));
  return [
    ...after.modules.map((module) => moduleChange(old.get(module.id), module)),
    ...before.modules
      .filter(({ id }) => !kept.has(id))
      .map((module) => ({ module, kind: 'removed' as const, settings: [] })),
  ];
}

function moduleChange(before: ModuleNode | undefined, module: ModuleNode): ModuleChange {
  if (!before) return { module, kind: 'added', settings: [] };
  const keys = new Set([...Object.keys(before.settings), ...Object.keys(module.settings)]);
  const settings = [...keys]
    .map((key) => ({ key, before: before.settings[key], after: module.settings[key] }))
    .filter((change) => canonical(change.before) !== canonical(change.after));
  if (before.name !== module.name) {
    return { module, kind: 'changed', settings, name: { before: before.name, after: module.name } };
  }
  return { module, kind: settings.length > 0 ? 'changed' : 'same', settings };
}

function diffEdges(before: readonly Edge[], after: readonly Edge[]): EdgeChange[] {
  const old = new Set(before.map(keyOf));
  const now = new Set(after.map(keyOf));
  return [
    ...after.map((edge) => ({
      edge,
      kind: old.has(keyOf(edge)) ? ('same' as const) : ('added' as const),
    })),
    ...before
      .filter((edge) => !now.has(keyOf(edge)))
      .map((edge) => ({ edge, kind: 'removed' as const })),
  ];
}

const keyOf = ({ from, branch, to }: Edge): string => `${from} ${branch} ${to}`;
