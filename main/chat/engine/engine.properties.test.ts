import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError, type Graph } from '../../../preload/contract';
import { environment } from '../../../tests/support/chat';
import { randomAnswer, randomGraph, randomWorld } from '../../../tests/support/random-graphs';
import { wordsOf } from '../../../tests/support/words';
import { problemsOf } from '../flow/problems';
import { moduleOf, modules } from '../modules';
import type { ChatInput, ChatState } from './chat-state';
import { advance } from './engine';
import { writeLastConsent } from './last-consent';
import { compile, type Library } from './program';
import type { Outcome } from './step';
import type { Turn } from './turn';

const outcomes: readonly Outcome[] = [
  { outcome: 'stored' },
  { outcome: 'stored', value: 3 },
  { outcome: 'refused', reason: 'duplicate' },
  { outcome: 'refused', reason: 'exhausted' },
  { outcome: 'refused', reason: 'unknown' },
  { outcome: 'off' },
];
const lastConsent = (action: string): string =>
  writeLastConsent({ action, atMs: 0, name: 'News', wording: 'I agree.', version: '1', hash: '' });
const found: readonly Outcome[] = [
  { outcome: 'found', value: lastConsent('given') },
  { outcome: 'found', value: lastConsent('withdrawn') },
  { outcome: 'found', value: 7 },
  { outcome: 'not_found' },
];
const erased: readonly Outcome[] = [
  { outcome: 'erased', value: 3 },
  { outcome: 'erased', value: 0, reason: 'held' },
];
const OUTCOMES = { store: outcomes, look_up: found, erase: erased };

interface Step {
  before: ChatState;
  input: ChatInput;
  /** The turn, or the code of the refusal. */
  result: Turn | string;
}

/** Plays to the end, or for some inputs; `pick` is the participant and the store. */
function play(graph: Graph, pick: fc.GeneratorValue, library?: Library): Step[] {
  const program = compile(graph, moduleOf, library);
  const given = environment();
  const steps: Step[] = [];
  let state: ChatState = { kind: 'new' };
  let last: Turn | null = null;
  for (let count = 0; count < 12 && state.kind !== 'ended'; count++) {
    // Frozen: an input that changed the state it meets would throw.
    const before = deepFreeze(state);
    const input = inputFor(state, last, pick);
    const result = attempted(() => advance(program, before, input, given));
    steps.push({ before, input, result });
    if (typeof result !== 'string') {
      state = result.state;
      last = result;
    }
    if (result === 'chat.not_playable') break;
  }
  return steps;
}

/** The same inputs once more. */
function again(graph: Graph, steps: readonly Step[], library?: Library): (Turn | string)[] {
  const program = compile(graph, moduleOf, library);
  const given = environment();
  return steps.map(({ before, input }) => attempted(() => advance(program, before, input, given)));
}

function inputFor(state: ChatState, turn: Turn | null, pick: fc.GeneratorValue): ChatInput {
  switch (state.kind) {
    case 'attempting':
      return {
        kind: 'outcome',
        ...pick(fc.constantFrom, ...OUTCOMES[turn?.attempt?.kind ?? 'store']),
      };
    case 'waiting':
      if (state.prompt.idleAfterMs !== undefined && pick(fc.integer, { max: 3, min: 0 }) === 0)
        return { kind: 'idle' };
      return state.prompt.kind === 'link' && pick(fc.boolean)
        ? { kind: 'linkOpened' }
        : { kind: 'answer', answer: pick(() => randomAnswer(state.prompt)) };
    case 'new':
    case 'ended':
      return { kind: 'start' };
  }
}

function attempted(work: () => Turn): Turn | string {
  try {
    return work();
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
}

function deepFreeze<T>(value: T): T {
  if (value !== null && typeof value === 'object')
    Object.values(Object.freeze(value)).map(deepFreeze);
  return value;
}

const turnsOf = (steps: Step[]): Turn[] =>
  steps.flatMap(({ result }) => (typeof result === 'string' ? [] : [result]));

const rules = { modules, policy: [], columnsOf: () => [] };
const hasErrors = (graph: Graph): boolean =>
  problemsOf(graph, rules).some(({ severity }) => severity === 'error');

/** The time is for a failure: looking for its smallest example could take very long. */
const LIMITS = { numRuns: 250, interruptAfterTimeLimit: 10_000 };

describe('for any experience and any participant', () => {
  const check = (property: (graph: Graph, pick: fc.GeneratorValue) => void): void =>
    fc.assert(fc.property(randomGraph, fc.gen(), property), LIMITS);

  it('the chat waits, ends or asks the store, and only fails if the problems list says so', () => {
    check((graph, pick) => {
      for (const { result } of play(graph, pick)) {
        if (typeof result !== 'string') expect(result.state.kind).not.toBe('new');
        else if (result === 'chat.not_playable') expect(hasErrors(graph)).toBe(true);
        else expect(result).toBe('chat.unexpected_answer');
      }
    });
  });

  it('an answer of the wrong kind is refused, of the right kind accepted, and no state changed', () => {
    check((graph, pick) => {
      for (const { before, input, result } of play(graph, pick)) {
        if (before.kind !== 'waiting' || input.kind !== 'answer') continue;
        const { kind } = input.answer;
        const { skip, dontKnow } = before.prompt;
        const waysOut = { skip: skip !== undefined, dontKnow: dontKnow !== undefined };
        const fits =
          kind === 'skip' || kind === 'dontKnow' ? waysOut[kind] : kind === before.prompt.kind;
        expect(result === 'chat.unexpected_answer').toBe(!fits);
      }
    });
  });

  it('a module writes only into tables that it declares, for the days that it declares', () => {
    check((graph, pick) => {
      for (const { effects, attempt } of turnsOf(play(graph, pick))) {
        for (const effect of attempt?.kind === 'store' ? [...effects, attempt] : effects) {
          const node = graph.modules.find(({ id }) => id === effect.moduleId);
          expect(effect.moduleType).toBe(node?.type);
          const { stores, texts } = moduleOf(effect.moduleType) ?? {};
          expect(stores?.[effect.store]).toBe(effect.days);
          if (effect.store === 'runtime_log')
            expect(texts?.en.events).toHaveProperty(`${effect.row.event}`);
        }
      }
    });
  });

  it('the same inputs give the same chat again', () => {
    check((graph, pick) => {
      const steps = play(graph, pick);
      expect(again(graph, steps)).toEqual(steps.map(({ result }) => result));
    });
  });

  it('no text and no variable name reaches what objects inherit', () => {
    check((graph, pick) => {
      const said = turnsOf(play(graph, pick)).flatMap(({ messages }) => messages);
      for (const { message } of said)
        expect(wordsOf(message)).not.toMatch(/native code|\[object Object\]/);
      expect(Object.getOwnPropertyNames(Object.prototype)).toHaveLength(INHERITED);
    });
  });
});

describe('for any experiences that lead into each other', () => {
  it('the chat waits, ends or asks the store, if the builder accepts all of them', () => {
    let turnsElsewhere = 0;
    const property = (world: World, pick: fc.GeneratorValue): void => {
      if (!isAccepted(world)) return;
      const library = new Map(Object.entries(world));
      const steps = play(world.root, pick, library);
      for (const turn of steps.map(({ result }) => result)) {
        if (typeof turn === 'string') {
          expect(turn).toBe('chat.unexpected_answer');
          continue;
        }
        const { state, effects } = turn;
        if (state.kind === 'waiting' && state.experienceId !== null) turnsElsewhere += 1;
        for (const { moduleType, store, days } of effects)
          expect(moduleOf(moduleType)?.stores[store]).toBe(days);
      }
      expect(again(world.root, steps, library)).toEqual(steps.map(({ result }) => result));
    };
    fc.assert(fc.property(randomWorld, fc.gen(), property), { ...LIMITS, numRuns: 500 });
    // Otherwise none of the above was about calls.
    expect(turnsElsewhere).toBeGreaterThan(0);
  });
});

type World = Record<'root' | 'one' | 'two', Graph>;

function isAccepted(world: World): boolean {
  const neighbours = new Map(
    Object.entries(world).map(([id, graph]) => [id, { name: id, graph, isPublished: true }]),
  );
  return Object.entries(world).every(([experienceId, graph]) =>
    problemsOf(graph, { ...rules, experienceId, neighbours }).every(
      ({ severity }) => severity !== 'error',
    ),
  );
}

const INHERITED = Object.getOwnPropertyNames(Object.prototype).length;
