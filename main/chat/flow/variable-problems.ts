import type { ModuleNode, Problem } from '../../../preload/contract';
import { referencesIn } from '../engine/interpolate';
import { type ModuleDefinition, namesOf } from '../modules/define-module';
import { formOfModule } from '../modules/forms';
import { CertainVariables, knownFromTheStart } from './certain-variables';
import type { FlowIndex, FlowModule } from './flow-index';
import { bareMentions, type Mention } from './mentions';
import { textsOf } from './setting-texts';
import type { World } from './world';

/** Variables that a module needs or mentions although they may not be set when the chat gets there. */
export function variableProblems(
  flow: FlowIndex,
  definitions: readonly ModuleDefinition[],
  world: World,
): Problem[] {
  const certain = new CertainVariables(world).before(flow);
  const anywhere = new Set([...variablesIn(flow), ...givenTo(world), ...knownFromTheStart(flow)]);
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

function unknownReferences(module: FlowModule, anywhere: ReadonlySet<string>): Problem[] {
  const unknown = mentionsOf(module).filter(({ variable }) => !anywhere.has(variable));
  const once = new Map(unknown.map((mention) => [`${mention.field} ${mention.variable}`, mention]));
  return [...once.values()].map(({ variable, field }) => ({
    severity: 'warning',
    code: 'unknown_variable',
    moduleId: module.node.id,
    field,
    params: { variable },
  }));
}

function mentionsOf({ node, definition, settings }: FlowModule): Mention[] {
  const inTexts = textsOf(node.settings).flatMap(({ field, text }) =>
    referencesIn(text).map((variable) => ({ variable, field })),
  );
  // With what the schema fills in, as far as it can read them.
  const shown = { ...node.settings, ...(settings as ModuleNode['settings'] | null) };
  const reads = new Set(namesOf(definition.reads, settings));
  const bare = bareMentions(shown, formOfModule(definition)).filter(
    // A variable that is a setting of its own is set there, unless the module says otherwise.
    ({ variable, isExpression }) => isExpression || reads.has(variable),
  );
  return [...inTexts, ...bare];
}
