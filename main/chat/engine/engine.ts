import { AppError, type Prompt } from '../../../preload/contract';
import { namesOf } from '../modules/define-module';
import { Budget, NOTHING_SPENT, OverBudget } from './budget';
import type { ChatInput, ChatState, Frame, Place } from './chat-state';
import { assign, carry, recognise } from './chosen';
import { interpolatePrompt } from './interpolate';
import { spokenIn } from './language';
import type { Program } from './program';
import { fits } from './prompt-fit';
import type { Attempt, Call, Environment, Next, StepEvent, StepResult, Variables } from './step';
import { type Request, type Turn, TurnInProgress } from './turn';

/** More steps than this without waiting is a loop; a real flow is far shorter. */
const MAX_STEPS = 10_000;

/** Experiences that call each other deeper than this never come back. */
const MAX_CALLS = 50;

/**
 * Runs the experience until it waits, ends or needs the store's answer. Pure: the same program,
 * state, input and environment give the same turn. One that becomes too long ends the chat.
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
  const start = resume(program, state, input, environment);
  const budget = new Budget(start.spent, input.kind === 'outcome');
  const turn = new TurnInProgress(environment, budget);
  const walk = new Walk(program, { ...environment, spend: budget.work }, turn, budget);
  try {
    return walk.from(start, input.kind === 'start' ? { kind: 'enter' } : input);
  } catch (error) {
    if (!(error instanceof OverBudget)) throw error;
    return turn.close({ kind: 'ended', variables: walk.variables, because: 'too_long' });
  }
}

/** From module to module, within what the turn may use. */
class Walk {
  /** As the last step left them. */
  variables: Variables = {};
  readonly #program: Program;
  readonly #environment: Environment;
  readonly #turn: TurnInProgress;
  readonly #budget: Budget;

  constructor(program: Program, environment: Environment, turn: TurnInProgress, budget: Budget) {
    this.#program = program;
    this.#environment = environment;
    this.#turn = turn;
    this.#budget = budget;
  }

  from(start: Place, first: StepEvent): Turn {
    let [place, event]: [Place | null, StepEvent] = [start, first];
    this.variables = start.variables;
    for (let steps = 0; place !== null; steps++) {
      if (steps >= MAX_STEPS) throw new AppError('chat.not_playable');
      const { result, after } = this.#step(place, event);
      if ('ask' in result) return this.#wait(after, result.ask);
      if ('attempt' in result) return this.#attempt(after, result.attempt);
      if ('call' in result) {
        this.#budget.use(result.call.inputs);
        if (!this.#program.knows(result.call.experienceId)) {
          const { variables } = this;
          return this.#turn.close({ kind: 'ended', variables, because: 'unavailable' });
        }
      }
      ({ place, event } = follow(this.#program, after, result, this.#environment));
      this.variables = place?.variables ?? this.variables;
    }
    return this.#turn.close({ kind: 'ended', variables: this.variables });
  }

  #step(place: Place, event: StepEvent): { result: StepResult; after: Place } {
    this.#budget.step();
    const { moduleId, memory, variables } = place;
    const code = programAt(this.#program, place.experienceId);
    const { definition, settings } = code.instruction(moduleId);
    requireNeeds(namesOf(definition.needs, settings), variables);
    const context = { ...this.#environment, settings, variables, event, moduleId, memory };
    const result = definition.step(context);
    this.variables = this.#turn.take(result, { id: moduleId, definition, place });
    const callers = result.forget ? [] : place.callers;
    const remembered = rememberedBy(result);
    return { result, after: { ...place, variables: this.variables, callers, memory: remembered } };
  }

  #wait(place: Place, ask: Prompt): Turn {
    const prompt = interpolatePrompt(ask, { ...this.#environment, variables: place.variables });
    this.#budget.use(prompt);
    return this.#turn.close({ ...this.#held(place), kind: 'waiting', prompt });
  }

  #attempt(place: Place, attempt: Attempt): Turn {
    const { definition } = programAt(this.#program, place.experienceId).instruction(place.moduleId);
    if (attempt.kind === 'store') this.#budget.use(attempt.row);
    const request: Request = this.#turn.request(attempt, { id: place.moduleId, definition, place });
    return this.#turn.close({ ...this.#held(place), kind: 'attempting' }, request);
  }

  /** What stays until the next input, with what has been used by then. */
  #held(place: Place): Place {
    const waiting = place.callers.map(({ variables }) => variables);
    this.#budget.hold([place.variables, place.memory, ...waiting]);
    return { ...place, spent: this.#budget.spent };
  }
}

function rememberedBy(next: Next): Variables {
  return ('remember' in next && next.remember) || {};
}

/** Where the chat goes from a module; an experience that ends goes back to the one that called it. */
function follow(
  root: Program,
  place: Place,
  next: Exclude<Next, { ask: Prompt } | { attempt: unknown }>,
  environment: Environment,
): { place: Place | null; event: StepEvent } {
  const enter: StepEvent = { kind: 'enter' };
  const code = programAt(root, place.experienceId);
  if ('call' in next) {
    return { place: enterCall(root, place, next.call, environment), event: enter };
  }
  if ('jump' in next) return { place: { ...place, moduleId: next.jump }, event: enter };
  const branches = 'go' in next ? [next.go].flat() : [];
  const moduleId =
    branches.map((branch) => code.next(place.moduleId, branch)).find(isModule) ?? null;
  if (moduleId !== null) return { place: { ...place, moduleId }, event: enter };
  return { place: comeBack(root, place), event: { kind: 'enter', returned: true } };
}

function isModule(id: string | null): id is string {
  return id !== null;
}

function enterCall(root: Program, place: Place, call: Call, { language }: Environment): Place {
  if (place.callers.length >= MAX_CALLS) throw new AppError('chat.not_playable');
  const { experienceId, moduleId, variables } = place;
  const frame: Frame = { experienceId, moduleId, variables, outputs: call.outputs };
  const called = programAt(root, call.experienceId);
  return {
    experienceId: call.experienceId,
    moduleId: called.start,
    variables: { ...recognise(call.inputs, called.offers), ...spokenIn(language) },
    memory: {},
    // One that does not come back leaves nobody waiting.
    callers: call.outputs === null ? place.callers : [...place.callers, frame],
    spent: place.spent,
  };
}

function comeBack(root: Program, { callers, variables, spent }: Place): Place | null {
  const frame = callers.at(-1);
  if (!frame) return null;
  const { offers } = programAt(root, frame.experienceId);
  return {
    experienceId: frame.experienceId,
    moduleId: frame.moduleId,
    variables: (frame.outputs ?? []).reduce(
      (known, { from, to }) => assign(known, recognise(carry(variables, from, to), offers)),
      frame.variables,
    ),
    memory: {},
    callers: callers.slice(0, -1),
    spent,
  };
}

function programAt(root: Program, experienceId: string | null): Program {
  return experienceId === null ? root : root.callee(experienceId);
}

function requireNeeds(needs: readonly string[], variables: Variables): void {
  const isMissing = (name: string): boolean => !Object.hasOwn(variables, name);
  if (needs.some(isMissing)) throw new AppError('chat.not_playable');
}

function resume(
  program: Program,
  state: ChatState,
  input: ChatInput,
  { language }: Environment,
): Place {
  if (input.kind === 'start' && state.kind === 'new') {
    const moduleId = input.at ?? program.start;
    const variables = { ...input.variables, ...spokenIn(language) };
    return {
      experienceId: null,
      moduleId,
      variables,
      memory: {},
      callers: [],
      spent: NOTHING_SPENT,
    };
  }
  if (input.kind === 'outcome' && state.kind === 'attempting') return placeOf(state);
  if (state.kind !== 'waiting') throw new AppError('chat.nothing_asked');
  if (!fits(state.prompt, input)) throw new AppError('chat.unexpected_answer');
  return placeOf(state);
}

function placeOf({ experienceId, moduleId, variables, memory, callers, spent }: Place): Place {
  return { experienceId, moduleId, variables, memory, callers, spent };
}
