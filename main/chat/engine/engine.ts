import { AppError, type Prompt } from '../../../preload/contract';
import { namesOf } from '../modules/define-module';
import type { ChatInput, ChatState, Frame, Place } from './chat-state';
import { interpolatePrompt } from './interpolate';
import type { Program } from './program';
import { fits } from './prompt-fit';
import type { Call, Environment, Next, StepEvent, Variables } from './step';
import { type Request, type Turn, TurnInProgress } from './turn';

/** More steps than this without waiting is a loop; a real flow is far shorter. */
const MAX_STEPS = 10_000;

/** Experiences that call each other deeper than this never come back. */
const MAX_CALLS = 50;

/**
 * Runs the experience until it waits, ends or needs the store's answer. Pure: the same program,
 * state, input and environment give the same turn.
 *
 * @throws AppError `chat.nothing_asked` for an input that nothing waits for,
 * `chat.unexpected_answer` for one of another kind, `chat.not_playable` for an endless loop or
 * a module that needs a variable which is not set.
 */
export function advance(
  program: Program,
  state: ChatState,
  input: ChatInput,
  environment: Environment,
): Turn {
  const turn = new TurnInProgress(environment);
  let place: Place | null = resume(program, state, input);
  let event: StepEvent = input.kind === 'start' ? { kind: 'enter' } : input;
  let variables = place.variables;
  for (let steps = 0; place !== null; steps++) {
    if (steps >= MAX_STEPS) throw new AppError('chat.not_playable');
    const code = programAt(program, place.experienceId);
    const { definition, settings } = code.instruction(place.moduleId);
    requireNeeds(namesOf(definition.needs, settings), place.variables);
    const { moduleId, memory } = place;
    const context = {
      ...environment,
      settings,
      variables: place.variables,
      event,
      moduleId,
      memory,
    };
    const result = definition.step(context);
    variables = turn.take(result, { id: moduleId, definition, place });
    const callers = result.forget ? [] : place.callers;
    place = { ...place, variables, callers, memory: rememberedBy(result) };
    if ('ask' in result) {
      const prompt = interpolatePrompt(result.ask, { ...environment, variables });
      return turn.close({ ...place, kind: 'waiting', prompt });
    }
    if ('attempt' in result) {
      const request: Request = turn.request(result.attempt, { id: moduleId, definition, place });
      return turn.close({ ...place, kind: 'attempting' }, request);
    }
    if ('call' in result && !program.knows(result.call.experienceId)) {
      return turn.close({ kind: 'ended', variables, isUnavailable: true });
    }
    const next = follow(program, place, result);
    place = next.place;
    event = next.event;
    variables = place?.variables ?? variables;
  }
  return turn.close({ kind: 'ended', variables });
}

function rememberedBy(next: Next): Variables {
  return ('remember' in next && next.remember) || {};
}

/** Where the chat goes from a module; an experience that ends goes back to the one that called it. */
function follow(
  root: Program,
  place: Place,
  next: Exclude<Next, { ask: Prompt } | { attempt: unknown }>,
): { place: Place | null; event: StepEvent } {
  const enter: StepEvent = { kind: 'enter' };
  const code = programAt(root, place.experienceId);
  if ('call' in next) return { place: enterCall(root, place, next.call), event: enter };
  if ('jump' in next) return { place: { ...place, moduleId: next.jump }, event: enter };
  const branches = 'go' in next ? [next.go].flat() : [];
  const moduleId =
    branches.map((branch) => code.next(place.moduleId, branch)).find(isModule) ?? null;
  if (moduleId !== null) return { place: { ...place, moduleId }, event: enter };
  return { place: comeBack(place), event: { kind: 'enter', returned: true } };
}

function isModule(id: string | null): id is string {
  return id !== null;
}

function enterCall(root: Program, place: Place, call: Call): Place {
  if (place.callers.length >= MAX_CALLS) throw new AppError('chat.not_playable');
  const { experienceId, moduleId, variables } = place;
  const frame: Frame = { experienceId, moduleId, variables, outputs: call.outputs };
  return {
    experienceId: call.experienceId,
    moduleId: programAt(root, call.experienceId).start,
    variables: call.inputs,
    memory: {},
    // One that does not come back leaves nobody waiting.
    callers: call.outputs === null ? place.callers : [...place.callers, frame],
  };
}

function comeBack({ callers, variables }: Place): Place | null {
  const frame = callers.at(-1);
  if (!frame) return null;
  const brought = (frame.outputs ?? []).flatMap(({ from, to }) =>
    Object.hasOwn(variables, from) ? [[to, variables[from] ?? '']] : [],
  );
  return {
    experienceId: frame.experienceId,
    moduleId: frame.moduleId,
    variables: { ...frame.variables, ...Object.fromEntries(brought) },
    memory: {},
    callers: callers.slice(0, -1),
  };
}

function programAt(root: Program, experienceId: string | null): Program {
  return experienceId === null ? root : root.callee(experienceId);
}

function requireNeeds(needs: readonly string[], variables: Variables): void {
  const isMissing = (name: string): boolean => !Object.hasOwn(variables, name);
  if (needs.some(isMissing)) throw new AppError('chat.not_playable');
}

function resume(program: Program, state: ChatState, input: ChatInput): Place {
  if (input.kind === 'start' && state.kind === 'new') {
    const moduleId = input.at ?? program.start;
    const variables = input.variables ?? {};
    return { experienceId: null, moduleId, variables, memory: {}, callers: [] };
  }
  if (input.kind === 'outcome' && state.kind === 'attempting') return placeOf(state);
  if (state.kind !== 'waiting') throw new AppError('chat.nothing_asked');
  if (!fits(state.prompt, input)) throw new AppError('chat.unexpected_answer');
  return placeOf(state);
}

function placeOf({ experienceId, moduleId, variables, memory, callers }: Place): Place {
  return { experienceId, moduleId, variables, memory, callers };
}
