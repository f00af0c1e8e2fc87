import {
  chatSettings,
  type Graph,
  type Language,
  type ModuleDescriptor,
  type Problem,
} from '../../../preload/contract';
import { repaired } from '../../../preload/contract/palette';
import type { GraphChange } from '../draft-store';
import { addBelow } from '../graph/add-below';
import { disconnect } from '../graph/connect';
import { downstreamOf } from '../graph/downstream';
import { GRID } from '../graph/layout';
import { addBefore } from '../graph/move-onto-edge';
import { newModule } from '../graph/new-module';
import { removeModule } from '../graph/remove-module';
import { setChatSetting } from '../graph/set-chat-setting';
import { setSettings } from '../graph/set-settings';
import { setStart } from '../graph/set-start';
import { settle } from '../graph/settle';
import { sizeIn } from '../graph/size-of';
import { branchesOfModule, type Catalogue } from '../modules/catalogue';

/** A change that surely solves a problem, and how it is called: `repairs.<kind>`. */
export interface Repair {
  readonly kind: 'addBefore' | 'disconnect' | 'delete' | 'addEnd' | 'start' | 'https' | 'contrast';
  /** The kind of module that it adds, or the module that it makes the start. */
  readonly type?: string;
  readonly change: GraphChange;
}

export interface RepairContext {
  readonly graph: Graph;
  readonly catalogue: Catalogue;
  readonly language: Language;
}

/** Only where there is one sensible way; null where the author has to decide. */
export function repairOf(problem: Problem, context: RepairContext): Repair | null {
  const { code, moduleId: id, params } = problem;
  if (code === 'no_start') return startRepair(context);
  if (code === 'contrast_too_low') return { kind: 'contrast', change: withContrast };
  if (id === undefined) return null;
  switch (code) {
    case 'variable_needed_before':
      return addBeforeRepair(id, params.needed, context);
    case 'dangling_edge':
      return { kind: 'disconnect', change: (graph) => disconnect(graph, id, params.branch ?? '') };
    case 'unreachable':
    case 'unknown_module_type':
      return { kind: 'delete', change: (graph) => removeModule(graph, id) };
    case 'branch_unconnected':
      return addEndRepair(id, params.branchId, context);
    case 'not_https':
      return httpsRepair(id, problem.field, context);
    default:
      return null;
  }
}

/** All pairs of colours at once: one change of a text may mend several. */
function withContrast(graph: Graph): Graph {
  const { appearance } = chatSettings(graph);
  return appearance ? setChatSetting(graph, { appearance: repaired(appearance) }) : graph;
}

/** The only module that begins something: none leads to it, and from it all others are reached. */
function startRepair({ graph }: RepairContext): Repair | null {
  const targets = new Set(graph.edges.map(({ to }) => to));
  const [first, ...others] = graph.modules.filter(({ id }) => !targets.has(id));
  if (!first || others.some(({ id }) => !downstreamOf(graph, first.id).has(id))) return null;
  return { kind: 'start', type: first.type, change: (draft) => setStart(draft, first.id) };
}

function addBeforeRepair(
  id: string,
  type: string | undefined,
  { catalogue, language }: RepairContext,
): Repair | null {
  const descriptor = type === undefined ? undefined : catalogue.get(type);
  if (!descriptor) return null;
  const change = (graph: Graph): Graph => {
    const target = graph.modules.find((module) => module.id === id);
    if (!target) return graph;
    // A step above, for the other to move down.
    const { x, y } = target.position;
    const module = newModule(descriptor, language, { x, y: y - GRID });
    const added = addBefore(graph, id, module, onwardOf(descriptor, module.settings));
    const modules = settle(added.modules, new Set([module.id]), sizeIn(catalogue, language));
    return { ...added, modules };
  };
  return { kind: 'addBefore', type: descriptor.type, change };
}

function onwardOf(descriptor: ModuleDescriptor, settings: Graph['modules'][number]['settings']) {
  const catalogue = new Map([[descriptor.type, descriptor]]);
  return branchesOfModule(catalogue, { type: descriptor.type, settings })[0]?.id;
}

/** A module without a branch that can be used as it comes. */
function endingModule(catalogue: Catalogue): ModuleDescriptor | undefined {
  return [...catalogue.values()].find(
    ({ branches: { fixed, fromList }, form }) =>
      fixed.length === 0 && fromList === undefined && form.every(({ required }) => !required),
  );
}

function addEndRepair(
  id: string,
  branch: string | undefined,
  { graph, catalogue, language }: RepairContext,
): Repair | null {
  const parent = graph.modules.find((module) => module.id === id);
  const descriptor = endingModule(catalogue);
  if (!parent || !descriptor || branch === undefined) return null;
  const branches = branchesOfModule(catalogue, parent);
  return {
    kind: 'addEnd',
    type: descriptor.type,
    change: (draft) =>
      addBelow(
        draft,
        {
          below: id,
          branch,
          module: newModule(descriptor, language, parent.position),
          onward: undefined,
          branchIndex: Math.max(
            0,
            branches.findIndex((each) => each.id === branch),
          ),
          branchCount: branches.length,
        },
        sizeIn(catalogue, language),
      ),
  };
}

/** `http://` becomes `https://`, and `example.com` gets it; anything else is the author's to decide. */
function httpsRepair(
  id: string,
  field: string | undefined,
  { graph, catalogue }: RepairContext,
): Repair | null {
  const module = graph.modules.find((candidate) => candidate.id === id);
  const address = field === undefined ? undefined : module?.settings[field];
  if (!module || field === undefined || typeof address !== 'string') return null;
  const whole = `https://${address.trim().replace(/^http:\/\//i, '')}`;
  if (!/^https:\/\/[^\s/:@$]+\.[^\s/:@$]+(\/\S*)?$/i.test(whole)) return null;
  const branchIds = new Set(branchesOfModule(catalogue, module).map((branch) => branch.id));
  const settings = { ...module.settings, [field]: whole };
  return { kind: 'https', change: (draft) => setSettings(draft, id, settings, branchIds) };
}
