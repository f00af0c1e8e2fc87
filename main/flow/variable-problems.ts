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
        needed: definitions.find((each) => setWhenNew(each).includes(variable))?.type ?? '',
      },
    }));
}

/** What a module sets as it is when it has just been added. */
function setWhenNew({ sets, settings, texts }: ModuleDefinition): readonly string[] {
  const initial = settings.safeParse(texts.en.initial);
  return namesOf(sets, initial.success ? initial.data : null);
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
    const arrived = before.get(id) ?? new Set<string>();
    const afterBy = leaving(flow.modules.get(id), arrived);
    for (const { branch, to: next } of flow.waysOut(id)) {
      const after = afterBy(branch);
      const known = before.get(next);
      const both = known ? intersection(known, after) : after;
      if (known?.size === both.size) continue;
      before.set(next, both);
      changed.push(next);
    }
  }
  return before;
}

/** What is set after leaving a module by a branch, of which there may be very many. */
function leaving(
  found: FlowModule | undefined,
  arrived: Set<string>,
): (branch: string | null) => Set<string> {
  if (!found) return () => arrived;
  const { definition, settings } = found;
  const { sets, leavesUnset = [], forgetsOn = [] } = definition;
  const set = new Set([...arrived, ...namesOf(sets, settings)]);
  const nothing = new Set<string>();
  return (branch) => {
    if (branch === null) return set;
    if (forgetsOn.includes(branch)) return nothing;
    return leavesUnset.includes(branch) ? arrived : set;
  };
}

function intersection(a: ReadonlySet<string>, b: ReadonlySet<string>): Set<string> {
  return new Set([...a].filter((item) => b.has(item)));
}
