import {
  type ChatSettings,
  chatSettings,
  type Edge,
  type Graph,
  type ModuleNode,
} from '../../../preload/contract';

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
}

export interface EdgeChange {
  readonly edge: Edge;
  readonly kind: 'added' | 'removed' | 'same';
}

export interface GraphDiff {
  /** Of both graphs, each module once, as it is afterwards where it still is. */
  readonly modules: readonly ModuleChange[];
  readonly edges: readonly EdgeChange[];
  readonly startChanged: boolean;
  /** What is set for the whole chat and was set otherwise before. */
  readonly settings: readonly { key: keyof ChatSettings; after: boolean }[];
  readonly isSame: boolean;
}

/** What changed from one graph to another. Positions do not count: participants do not see them. */
export function diffGraphs(before: Graph, after: Graph): GraphDiff {
  const modules = diffModules(before, after);
  const edges = diffEdges(before.edges, after.edges);
  const startChanged = before.start !== after.start;
  const settings = diffSettings(before, after);
  const isSame =
    !startChanged &&
    settings.length === 0 &&
    [...modules, ...edges].every(({ kind }) => kind === 'same');
  return { modules, edges, startChanged, settings, isSame };
}

function diffSettings(before: Graph, after: Graph): GraphDiff['settings'] {
  const [was, is] = [chatSettings(before), chatSettings(after)];
  const keys = Object.keys(is) as (keyof ChatSettings)[];
  return keys.filter((key) => was[key] !== is[key]).map((key) => ({ key, after: is[key] }));
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
  return { module, kind: settings.length > 0 ? 'changed' : 'same', settings };
}

/** The same value has the same text, whatever the order of its keys. */
function canonical(value: Json | undefined): string | undefined {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
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
