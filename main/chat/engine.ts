import { type Answer, AppError, type Prompt, type TableName } from '../../preload/contract';
import { interpolate, interpolatePrompt } from './interpolate';
import type { Program } from './program';
import type { Outcome, StepContext, StepEvent, StepResult, StoreEffect, Variables } from './step';

export type ChatState =
  | { readonly kind: 'new' }
  | { readonly kind: 'ended'; readonly variables: Variables }
  | {
      readonly kind: 'waiting';
      readonly moduleId: string;
      readonly prompt: Prompt;
      readonly variables: Variables;
    }
  /** A module asked the store for something that may be refused, and goes on with the answer. */
  | { readonly kind: 'attempting'; readonly moduleId: string; readonly variables: Variables };

export type ChatInput =
  | { kind: 'start' }
  | { kind: 'answer'; answer: Answer }
  | { kind: 'linkOpened' }
  | { kind: 'outcome'; outcome: Outcome };

/** A row to store, with what the session needs to know beside it. */
export interface Effect extends StoreEffect {
  readonly moduleId: string;
  readonly moduleType: string;
  /** Days after which the row is gone, as the module declares them for the table. */
  readonly days: number;
  /** The address of the person who chats, once it is known. */
  readonly email: string | null;
}

export interface Turn {
  readonly state: ChatState;
  readonly messages: readonly { moduleId: string; text: string }[];
  /** To be applied in order and in one transaction. */
  readonly effects: readonly Effect[];
  /** Only while `attempting`: applied after the effects; its outcome is the next input. */
  readonly attempt: Effect | null;
}

/** What a module may know beside its settings and the variables; all of it is given. */
export type Environment = Pick<StepContext<unknown>, 'nowMs' | 'timeZone' | 'newId' | 'sessionId'>;

/** More steps than this without waiting is a loop; a real flow is far shorter. */
const MAX_STEPS = 10_000;

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
  const turn = new TurnInProgress(variablesOf(state), environment.sessionId);
  let moduleId: string | null = resume(program, state, input);
  let event: StepEvent = input.kind === 'start' ? { kind: 'enter' } : input;
  for (let steps = 0; moduleId !== null; steps++) {
    if (steps >= MAX_STEPS) throw new AppError('chat.not_playable');
    const { definition, settings } = program.instruction(moduleId);
    const { variables } = turn;
    const isMissing = (name: string): boolean => !Object.hasOwn(variables, name);
    if (definition.needs.some(isMissing)) throw new AppError('chat.not_playable');
    const result = definition.step({ ...environment, settings, variables, event });
    const stores = definition.stores;
    turn.take(result, { id: moduleId, type: definition.type, stores });
    if ('ask' in result) return turn.wait(moduleId, result.ask);
    if ('attempt' in result) return turn.attempt(moduleId, result.attempt, definition);
    moduleId = 'go' in result ? program.next(moduleId, result.go) : null;
    event = { kind: 'enter' };
  }
  return turn.end();
}

interface Speaker {
  readonly id: string;
  readonly type: string;
  readonly stores: Readonly<Partial<Record<TableName, number>>>;
}

class TurnInProgress {
  variables: Variables;
  readonly #messages: { moduleId: string; text: string }[] = [];
  readonly #effects: Effect[] = [];
  readonly #sessionId: string;

  constructor(variables: Variables, sessionId: string) {
    this.variables = variables;
    this.#sessionId = sessionId;
  }

  take({ say = [], set = {}, store = [] }: StepResult, speaker: Speaker): void {
    this.variables = { ...this.variables, ...set };
    for (const text of say.map((each) => interpolate(each, this.variables))) {
      if (text) this.#messages.push({ moduleId: speaker.id, text });
    }
    const remembered = 'variables' in speaker.stores ? this.#variableRows(set) : [];
    for (const effect of [...remembered, ...store])
      this.#effects.push(this.#effect(effect, speaker));
  }

  wait(moduleId: string, prompt: Prompt): Turn {
    const filled = interpolatePrompt(prompt, this.variables);
    return this.#turn({ kind: 'waiting', moduleId, prompt: filled, variables: this.variables });
  }

  attempt(moduleId: string, effect: StoreEffect, { type, stores }: Omit<Speaker, 'id'>): Turn {
    const attempt = this.#effect(effect, { id: moduleId, type, stores });
    return this.#turn({ kind: 'attempting', moduleId, variables: this.variables }, attempt);
  }

  end(): Turn {
    return this.#turn({ kind: 'ended', variables: this.variables });
  }

  /** One row per variable and session: a new value takes the place of the old one. */
  #variableRows(set: Variables): StoreEffect[] {
    return Object.entries(set).map(([name, value]) => ({
      store: 'variables',
      row: { name, value },
      uniqueKey: JSON.stringify([this.#sessionId, name]),
      onConflict: 'replace',
    }));
  }

  #turn(state: ChatState, attempt: Effect | null = null): Turn {
    return { state, messages: this.#messages, effects: this.#effects, attempt };
  }

  #effect(effect: StoreEffect, { id, type, stores }: Speaker): Effect {
    const days = stores[effect.store];
    if (days === undefined)
      throw new Error(`${type} does not declare that it writes ${effect.store}.`);
    const email = this.variables.email ?? null;
    return { ...effect, moduleId: id, moduleType: type, days, email };
  }
}

function resume(program: Program, state: ChatState, input: ChatInput): string {
  if (input.kind === 'start' && state.kind === 'new') return program.start;
  if (input.kind === 'outcome' && state.kind === 'attempting') return state.moduleId;
  if (state.kind !== 'waiting') throw new AppError('chat.nothing_asked');
  const given = input.kind === 'answer' ? input.answer.kind : input.kind;
  const asked = state.prompt.kind === 'link' ? 'linkOpened' : state.prompt.kind;
  if (given !== asked) throw new AppError('chat.unexpected_answer');
  return state.moduleId;
}

function variablesOf(state: ChatState): Variables {
  return state.kind === 'new' ? {} : state.variables;
}
