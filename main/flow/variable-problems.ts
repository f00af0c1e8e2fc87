import type { Problem } from '../../preload/contract';
import { referencesIn } from '../chat/interpolate';
import { type ModuleDefinition, namesOf } from '../modules/define-module';
import type { FlowIndex, FlowModule } from './flow-index';
import { textsOf } from './setting-texts';

/** Variables that a module needs or mentions although they may not be set when the chat gets there. */
export function variableProblems(
  flow: FlowIndex,
  definitions: readonly ModuleDefinition[],
): Problem[] {
  const certain = setOnEveryWay(flow);
  const anywhere = new Set([...flow.modules.values()].flatMap(variablesOf));
  return [...flow.reachable].flatMap((id) => {
    const found = flow.modules.get(id);
    if (!found) return [];
    return [
      ...missingNeeds(found, certain.get(id) ?? new Set(), definitions),
      ...unknownReferences(found, anywhere),
    ];
  });
}

function missingNeeds(
  { node, definition, settings }: FlowModule,
  set: ReadonlySet<string>,
  definitions: readonly ModuleDefinition[],
): Problem[] {
  return namesOf(definition.needs, settings)
    .filter((variable) => !set.has(variable))
    .map((variable) => ({
      severity: 'error',
      code: 'variable_needed_before',
      moduleId: node.id,
      params: {
        variable,
        needed: definitions.find(({ sets }) => isFixed(sets, variable))?.type ?? '',
      },
    }));
}

function isFixed(names: ModuleDefinition['sets'], variable: string): boolean {
  return typeof names !== 'function' && names.includes(variable);
}

/** All variables that the module sets, or may set. */
function variablesOf({ definition, settings }: FlowModule): readonly string[] {
  return [...namesOf(definition.sets, settings), ...namesOf(definition.maySet, settings)];
}

function unknownReferences(
  { node, definition, settings }: FlowModule,
  anywhere: ReadonlySet<string>,
): Problem[] {
  const mentioned = new Set([
    ...textsOf(node.settings).flatMap(({ text }) => referencesIn(text)),
    ...namesOf(definition.reads, settings),
  ]);
  return [...mentioned]
    .filter((variable) => !anywhere.has(variable))
    .map((variable) => ({
      severity: 'warning',
      code: 'unknown_variable',
      moduleId: node.id,
      params: { variable },
    }));
}

/**
 * For each reachable module the variables that are set on every way to it: a forward data-flow
 * analysis that starts from "everything" and only ever takes away, until nothing changes.
 */
function setOnEveryWay(flow: FlowIndex): Map<string, Set<string>> {
  const { start } = flow.graph;
  const before = new Map<string, Set<string>>();
  if (start === null || !flow.reachable.has(start)) return before;
  before.set(start, new Set());
  const changed = [start];
  for (let id = changed.pop(); id !== undefined; id = changed.pop()) {
    const found = flow.modules.get(id);
    const sets = found ? namesOf(found.definition.sets, found.settings) : [];
    const after = new Set([...(before.get(id) ?? []), ...sets]);
    for (const next of flow.successors(id)) {
      const known = before.get(next);
      const both = known ? intersection(known, after) : after;
      if (known?.size === both.size) continue;
      before.set(next, both);
      changed.push(next);
    }
  }
  return before;
}

function intersection(a: ReadonlySet<string>, b: ReadonlySet<string>): Set<string> {
  return new Set([...a].filter((item) => b.has(item)));
}
