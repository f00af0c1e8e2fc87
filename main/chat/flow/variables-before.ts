import type { Graph, KnownVariable } from '../../../preload/contract';
import type { Registry } from '../engine/program';
import { namesOf } from '../modules/define-module';
import { type FlowIndex, indexFlow } from './flow-index';

/**
 * The variables that may be set when a participant comes to a module, each with the modules that set it;
 * without a module, those of the whole flow.
 */
export function variablesBefore(
  graph: Graph,
  registry: Registry,
  moduleId?: string,
): KnownVariable[] {
  const flow = indexFlow(graph, registry);
  const before = moduleId === undefined ? null : modulesBefore(flow, moduleId);
  const setBy = new Map<string, string[]>();
  for (const [id, { definition, settings }] of flow.modules) {
    if (before && !before.has(id)) continue;
    const names = [definition.sets, definition.maySet].flatMap((each) => namesOf(each, settings));
    for (const name of new Set(names)) setBy.set(name, [...(setBy.get(name) ?? []), id]);
  }
  return [...setBy]
    .map(([name, modules]) => ({ name, modules }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** The modules from which a way leads to this one; a loop leads from a module to itself. */
function modulesBefore(flow: FlowIndex, moduleId: string): ReadonlySet<string> {
  const cameFrom = new Map<string, string[]>();
  for (const id of flow.modules.keys()) {
    for (const next of flow.successors(id)) cameFrom.set(next, [...(cameFrom.get(next) ?? []), id]);
  }
  const before = new Set<string>();
  const open = [moduleId];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const previous of cameFrom.get(id) ?? []) {
      if (!before.has(previous)) open.push(previous);
      before.add(previous);
    }
  }
  return before;
}
