import type {
  ChatSettings,
  Edge,
  Graph,
  Language,
  ModuleDescriptor,
  ModuleNode,
} from '../../preload/contract';
import { branchesOf } from '../../preload/contract';
import { useBuilder } from './builder-store';
import { placeBelow } from './canvas/place-below';
import {
  type BranchEnd,
  closePalette,
  type ModuleDrop,
  type PaletteTarget,
  revealModule,
  select,
} from './canvas-store';
import { type GraphChange, useDraft } from './draft-store';
import { addBelow, addFirst, type Insertion } from './graph/add-below';
import { type Alignment, align } from './graph/align';
import { arrange } from './graph/arrange';
import { connect, disconnect } from './graph/connect';
import { moveBelow, type OnwardOf, swapModules } from './graph/drop-on-module';
import { addPart } from './graph/flow-part';
import { snap } from './graph/layout';
import { moveModules, type Positions } from './graph/move-modules';
import { moveOntoEdge } from './graph/move-onto-edge';
import { newModule } from './graph/new-module';
import { removeModule } from './graph/remove-module';
import { renameModule } from './graph/rename-module';
import { keepInSections, moveAll, withContents } from './graph/sections';
import { setChatSetting } from './graph/set-chat-setting';
import { setSettings } from './graph/set-settings';
import { setStart } from './graph/set-start';
import { sizeIn } from './graph/size-of';
import { branchesOfModule } from './modules/catalogue';

type Settings = ModuleNode['settings'];

const { change } = useDraft.getState();
const catalogue = () => useBuilder.getState().catalogue;

/** What the palette does; the new module is selected, so that its settings can be filled in. */
export function addModule(
  target: PaletteTarget,
  descriptor: ModuleDescriptor,
  language: Language,
): string {
  const at = target.kind === 'at' ? { x: snap(target.x), y: snap(target.y) } : { x: 0, y: 0 };
  const module = newModule(descriptor, language, at);
  if (target.kind === 'below') insertBelow(target.moduleId, target.branch, module, language);
  else if (target.kind === 'first') change((graph) => addFirst(graph, module));
  else {
    const part = { modules: [module], edges: [] };
    change((graph) => addPart(graph, part, at, sizeIn(catalogue(), language)));
  }
  closePalette();
  const { start } = useDraft.getState().graph;
  const along = [target.kind === 'below' ? target.moduleId : null, start];
  revealModule(module.id, { where: 'inView', along: along.filter((id) => id !== null) });
  return module.id;
}

function insertBelow(below: string, branch: string, module: ModuleNode, language: Language): void {
  change((graph) => {
    const insertion = insertionOf(graph, below, branch, module);
    const sizeOf = sizeIn(catalogue(), language);
    return keepInSections(graph, addBelow(graph, insertion, sizeOf), sizeOf);
  });
}

function insertionOf(graph: Graph, below: string, branch: string, module: ModuleNode): Insertion {
  const parent = graph.modules.find((candidate) => candidate.id === below);
  const siblings = parent ? branchesOfModule(catalogue(), parent) : [];
  return {
    below,
    branch,
    module,
    onward: branchesOfModule(catalogue(), module)[0]?.id,
    branchIndex: Math.max(
      0,
      siblings.findIndex((sibling) => sibling.id === branch),
    ),
    branchCount: Math.max(1, siblings.length),
  };
}

/** Drops a module, new or old, between the ends of an edge. */
export function dropOnEdge(moduleId: string, { from, branch }: BranchEnd, moved: Positions): void {
  change((graph) => {
    const module = graph.modules.find(({ id }) => id === moduleId);
    const onward = module && branchesOfModule(catalogue(), module)[0]?.id;
    return moveOntoEdge(moveModules(graph, moved), moduleId, { from, branch }, onward);
  });
}

/** Drops a module on another: it goes on from there, or they change places. */
export function dropOnModule(
  moduleId: string,
  { moduleId: target, how }: ModuleDrop,
  language: Language,
): void {
  const onwardOf: OnwardOf = (module) => branchesOfModule(catalogue(), module)[0]?.id;
  const sizeOf = sizeIn(catalogue(), language);
  const place = placeBelow(target);
  change((graph) => {
    const module = graph.modules.find(({ id }) => id === moduleId);
    if (!module) return graph;
    if (how === 'swap') return swapModules(graph, [moduleId, target], onwardOf, sizeOf);
    if (!place) return graph;
    const insertion = insertionOf(graph, target, place.branch, module);
    return keepInSections(graph, moveBelow(graph, insertion, sizeOf), sizeOf);
  });
}

export function alignModules(ids: readonly string[], how: Alignment, language: Language): void {
  change((graph) => align(graph, ids, how, sizeIn(catalogue(), language)));
}

/** Any change of the draft as one undo step. */
export function apply(graphChange: GraphChange): void {
  change(graphChange);
}

export function connectBranch(edge: Edge): void {
  change((graph) => connect(graph, edge));
}

export function openBranch(from: string, branch: string): void {
  change((graph) => disconnect(graph, from, branch));
}

/** One undo step for all that is deleted at once. */
export function remove(
  modules: readonly string[],
  edges: readonly Pick<Edge, 'from' | 'branch'>[] = [],
): void {
  change((graph) => {
    const opened = edges.reduce((rest, { from, branch }) => disconnect(rest, from, branch), graph);
    return modules.reduce(removeModule, opened);
  });
  select([]);
}

/** Of modules, and of sections with what lies in them. */
export function move(positions: Positions, group?: string): void {
  change((graph) => moveAll(graph, withContents(graph, positions)), group);
}

/** What is typed into one field is one undo step. */
export function nameModule(moduleId: string, name: string): void {
  change((graph) => renameModule(graph, moduleId, name), `${moduleId}:name`);
}

/** `field` groups what is typed into one input into one undo step. */
export function editSettings(moduleId: string, settings: Settings, field: string): void {
  change((graph) => {
    const module = graph.modules.find((candidate) => candidate.id === moduleId);
    const descriptor = module && catalogue().get(module.type);
    if (!descriptor) return graph;
    const branches = branchesOf(descriptor.branches, settings).map((branch) => branch.id);
    return setSettings(graph, moduleId, settings, new Set(branches));
  }, `${moduleId}:${field}`);
}

/** What is `undefined` is as usual again. `group` makes one undo step of what is dragged or typed. */
export function editChatSettings(
  changes: { [K in keyof ChatSettings]?: ChatSettings[K] | undefined },
  group?: string,
): void {
  change((graph) => setChatSetting(graph, changes), group);
}

export function makeStart(moduleId: string): void {
  change((graph) => setStart(graph, moduleId));
}

export function tidy(language: Language): void {
  const branchIdsOf = (module: ModuleNode) =>
    branchesOfModule(catalogue(), module).map(({ id }) => id);
  change((graph) => arrange(graph, sizeIn(catalogue(), language), branchIdsOf));
}
