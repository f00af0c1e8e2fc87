import type { Problem } from '../../preload/contract';
import { referencesIn } from '../chat/interpolate';
import { type ModuleDefinition, namesOf } from '../modules/define-module';
import { CertainVariables } from './certain-variables';
import type { FlowIndex, FlowModule } from './flow-index';
import { textsOf } from './setting-texts';
import type { World } from './world';

/** Variables that a module needs or mentions although they may not be set when the chat gets there. */
export function variableProblems(
  flow: FlowIndex,
  definitions: readonly ModuleDefinition[],
  world: World,
): Problem[] {
  const certain = new CertainVariables(world).before(flow);
  const anywhere = new Set([...variablesIn(flow), ...givenTo(world)]);
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

function variablesIn(flow: FlowIndex): string[] {
  return [...flow.modules.values()].flatMap(variablesOf);
}

/** What experiences that lead here bring along. */
function givenTo(world: World): string[] {
  return world
    .crossingsIntoThis()
    .flatMap(({ from, module: { leads } }) => [
      ...(leads?.inputs ?? []),
      ...(leads?.takesAll ? variablesIn(from) : []),
    ]);
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
