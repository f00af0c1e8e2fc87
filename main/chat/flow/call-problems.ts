import type { Problem } from '../../../preload/contract';
import { formOfModule } from '../modules/forms';
import type { FlowIndex, FlowModule } from './flow-index';
import type { Neighbour, World } from './world';

/** Jumps and calls that lead nowhere, to what participants cannot get, or round in a circle. */
export function callProblems(
  flow: FlowIndex,
  world: World,
  neighbours: ReadonlyMap<string, Neighbour>,
): Problem[] {
  return [...flow.modules.values()].flatMap((module): Problem[] => {
    const { moduleId, experienceId } = module.leads ?? {};
    if (moduleId !== undefined && !flow.modules.has(moduleId)) {
      return [problem('jump_target_missing', module)];
    }
    return experienceId === undefined
      ? []
      : crossingProblems(module, experienceId, { world, neighbours });
  });
}

function crossingProblems(
  module: FlowModule,
  experienceId: string,
  { world, neighbours }: { world: World; neighbours: ReadonlyMap<string, Neighbour> },
): Problem[] {
  if (!world.flow(experienceId)) return [problem('experience_missing', module)];
  const found: Problem[] = [];
  const neighbour = neighbours.get(experienceId);
  const experience = neighbour?.name ?? '';
  if (neighbour && !neighbour.isPublished) {
    found.push(problem('experience_unpublished', module, { experience }));
  }
  const { outputs } = module.leads ?? {};
  if (world.isCallCycle(experienceId, outputs !== undefined && outputs !== null)) {
    found.push(problem('call_cycle', module, { experience }));
  }
  return found;
}

function problem(code: Problem['code'], module: FlowModule, params = {}): Problem {
  const field = fieldOfTarget(module);
  return {
    severity: 'error',
    code,
    moduleId: module.node.id,
    ...(field !== undefined && { field }),
    params,
  };
}

/** The path of the setting in which another target can be chosen. */
function fieldOfTarget({ node, definition, leads }: FlowModule): string | undefined {
  const [kind, id] =
    leads?.experienceId === undefined
      ? ['module', leads?.moduleId]
      : ['experience', leads.experienceId];
  const form = formOfModule(definition);
  return form.find((field) => field.kind === kind && node.settings[field.key] === id)?.path;
}
