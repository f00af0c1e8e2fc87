import { createHash } from 'node:crypto';
import { AppError, type ChatLanguage, type PathNeed } from '../../../preload/contract';
import type { ChatInput, ChatState, Waiting } from '../engine/chat-state';
import { advance } from '../engine/engine';
import type { Environment } from '../engine/step';
import { candidatesFor } from './candidates';
import type { Clues } from './clues';
import { type Kept, keep, NOTHING_KEPT, type Rules, repliesTo } from './fresh-store';
import type { Taken, WatchedProgram } from './watch';

/** A question that chats have come to, with all that can matter from there on. */
export interface Place {
  readonly key: string;
  readonly state: Waiting;
  readonly kept: Kept;
  readonly start: Start;
  readonly depth: number;
  /** Characters of what is known here. */
  readonly size: number;
  /** The way that came here first; one that needs less takes its place. Null until it was added. */
  by: Leg | null;
  /** What was tried from here. */
  readonly legs: Leg[];
}

export type Ending = 'ended' | 'open' | 'unavailable' | 'too_long' | 'failed';

/** From one question to the next, or to an end. */
export interface Leg {
  /** Null at the start of a chat. */
  readonly from: Place | null;
  readonly start: Start;
  readonly input: ChatInput;
  readonly needs: readonly PathNeed[];
  readonly modules: readonly string[];
  readonly taken: readonly Taken[];
  readonly to: Place | { readonly ending: Ending; readonly moduleId: string | null };
}

/** When a chat begins and in which language; `needs` is what of it is not usual. */
export interface Start {
  readonly instantMs: number;
  readonly language: ChatLanguage | undefined;
  readonly needs: readonly PathNeed[];
}

export interface Search {
  readonly program: WatchedProgram;
  readonly clues: Clues;
  readonly rules: Rules;
  /** The usual one first. */
  readonly starts: readonly Start[];
  readonly timeZone: string;
  readonly maxTurns: number;
  /** Between two questions; throws to end the search. */
  readonly pause: (turns: number, branches: number) => Promise<void>;
  /** Whether the search has to end, whatever is left. */
  readonly isLate: () => boolean;
}

export interface Found {
  readonly legs: readonly Leg[];
  readonly turns: number;
  readonly isComplete: boolean;
}

/** Few are enough to fall on either side of a chance; more tell the parts of a split apart. */
const CHANCES = [0.5, 0, 0.999_999, 0.1, 0.25, 0.75, 0.9];
/** More questions to the store for one input are a loop. */
const MAX_ASKED = 100;
/** Of the first ones, all replies are followed; each of them multiplies the ways. */
const MAX_FORKS = 5;
/** What chance and the store make of one input is not followed further. */
const MAX_TURNS_OF_INPUT = 300;

/**
 * Goes from question to question by what participants could answer, and by what the store could. Where a
 * question was come to before with the same knowledge, it goes no further. Questions that were tried
 * less often come first, and among them those that need nothing but answers.
 */
export async function search(given: Search): Promise<Found> {
  const queue = new Queue();
  const places = new Map<string, Place>();
  const legs: Leg[] = [];
  const branches = new Set<string>();
  let held = 0;
  const player = new Player(given);

  const add = (leg: Leg): void => {
    legs.push(leg);
    for (const { moduleId, branch } of leg.taken) branches.add(`${moduleId} ${branch}`);
    leg.from?.legs.push(leg);
    if ('ending' in leg.to) return;
    const known = places.get(leg.to.key);
    if (known === undefined) {
      places.set(leg.to.key, leg.to);
      held += leg.to.size;
      leg.to.by = leg;
      queue.add(leg.to, needsOf(leg).length);
    } else if (known.by && needsOf(known.by).length > 0 && needsOf(leg).length === 0) {
      known.by = leg;
    }
  };
  const known = (key: string): Place | undefined => places.get(key);

  for (const start of given.starts) {
    for (const leg of player.from(null, { kind: 'start' }, start, known)) add(leg);
  }
  for (let place = queue.take(); place; place = queue.take()) {
    for (const input of candidatesFor(place.state.prompt, given.clues)) {
      for (const leg of player.from(place, input, place.start, known)) add(leg);
      if (player.turns >= given.maxTurns || held > MAX_KNOWN || given.isLate()) {
        return { legs, turns: player.turns, isComplete: false };
      }
    }
    await given.pause(player.turns, branches.size);
  }
  return { legs, turns: player.turns, isComplete: true };
}

/** All that a way needs from its start. */
export function needsOf(leg: Leg): PathNeed[] {
  return [...new Set(legsTo(leg).flatMap(({ needs }) => needs))];
}

/** The legs of the way that ends with this one. */
export function legsTo(leg: Leg): Leg[] {
  const way: Leg[] = [];
  for (let next: Leg | null = leg; next; next = next.from?.by ?? null) way.unshift(next);
  return way;
}

/** Questions to go on from. */
class Queue {
  /** By how much is needed, then by the module that asks. */
  readonly #waiting: Map<string, Place[]>[] = [new Map(), new Map()];
  readonly #tried = new Map<string, number>();
  #taken = 0;

  add(place: Place, needs: number): void {
    const tier = this.#waiting[needs === 0 ? 0 : 1];
    const { moduleId } = place.state;
    const list = tier?.get(moduleId);
    if (list) list.push(place);
    else tier?.set(moduleId, [place]);
  }

  /** Turns to what needs more once in a while, so that it is not left to the end of a budget. */
  take(): Place | undefined {
    this.#taken += 1;
    const order = this.#taken % 3 === 0 ? [1, 0] : [0, 1];
    for (const tier of order) {
      const place = this.#least(this.#waiting[tier] ?? new Map());
      if (place) return place;
    }
    return undefined;
  }

  #least(tier: Map<string, Place[]>): Place | undefined {
    const [asker] = [...tier.keys()].sort((a, b) => this.#triedAt(a) - this.#triedAt(b));
    if (asker === undefined) return undefined;
    const list = tier.get(asker) ?? [];
    const place = list.shift();
    if (list.length === 0) tier.delete(asker);
    this.#tried.set(asker, this.#triedAt(asker) + 1);
    return place;
  }

  #triedAt(moduleId: string): number {
    return this.#tried.get(moduleId) ?? 0;
  }
}

/** What is collected between one input of a participant and the next question. */
interface Going {
  readonly state: ChatState;
  readonly kept: Kept;
  readonly needs: readonly PathNeed[];
  readonly modules: readonly string[];
  readonly taken: readonly Taken[];
  readonly asked: number;
}

/** Plays turns, each with all that chance and the store may decide. */
class Player {
  turns = 0;
  #lastTurn = 0;
  readonly #given: Search;

  constructor(given: Search) {
    this.#given = given;
  }

  *from(
    from: Place | null,
    input: ChatInput,
    start: Start,
    known: (key: string) => Place | undefined,
  ): Generator<Leg> {
    const begin: Going = {
      state: from?.state ?? { kind: 'new' },
      kept: from?.kept ?? NOTHING_KEPT,
      needs: from === null ? start.needs : [],
      modules: [],
      taken: [],
      asked: 0,
    };
    const depth = (from?.depth ?? -1) + 1;
    this.#lastTurn = Math.min(this.turns + MAX_TURNS_OF_INPUT, this.#given.maxTurns);
    for (const { state, kept, ...gone } of this.#turns(begin, input, { start, depth })) {
      const { needs, modules, taken } = gone;
      const base = { from, start, input, needs: [...new Set(needs)], modules, taken };
      const moduleId = modules.at(-1) ?? null;
      if (state === 'failed') yield { ...base, to: { ending: 'failed', moduleId } };
      else if (state.kind === 'waiting') {
        const facts = keyOf(state, kept, start);
        const [key, size] = [createHash('sha256').update(facts).digest('base64'), facts.length];
        const to = known(key) ?? { key, state, kept, start, depth, size, by: null, legs: [] };
        yield { ...base, to };
      } else yield { ...base, to: { ending: endingOf(state, taken), moduleId } };
    }
  }

  *#turns(
    going: Going,
    input: ChatInput,
    at: { start: Start; depth: number },
  ): Generator<Omit<Going, 'state'> & { state: ChatState | 'failed' }> {
    for (const chance of CHANCES) {
      if (this.turns >= this.#lastTurn) return;
      const played = this.#turn(going, input, { ...at, chance });
      const { turn, trace } = played;
      const after = {
        needs: played.usedChance ? [...going.needs, 'chance' as const] : going.needs,
        modules: [...going.modules, ...trace.modules],
        taken: [...going.taken, ...trace.taken],
        asked: going.asked + 1,
      };
      if (turn === null || after.asked > MAX_ASKED) {
        yield { ...after, state: 'failed', kept: going.kept };
      } else {
        const { rules } = this.#given;
        const kept = turn.effects.reduce((so, effect) => keep(effect, so, rules), going.kept);
        if (turn.attempt === null) yield { ...after, state: turn.state, kept };
        else {
          const replies = repliesTo(turn.attempt, kept, rules);
          const followed = going.asked < MAX_FORKS ? replies : replies.slice(0, 1);
          for (const reply of followed) {
            const needs = reply.need ? [...after.needs, reply.need] : after.needs;
            const next = { ...after, state: turn.state, kept: reply.kept, needs };
            yield* this.#turns(next, { kind: 'outcome', ...reply.outcome }, at);
          }
        }
      }
      if (!played.usedChance || going.asked >= MAX_FORKS) return;
    }
  }

  #turn(
    { state, asked }: Going,
    input: ChatInput,
    { start, depth, chance }: { start: Start; depth: number; chance: number },
  ) {
    const { program, timeZone } = this.#given;
    let usedChance = false;
    const byChance = (): number => {
      usedChance = true;
      return chance;
    };
    let ids = 0;
    const environment: Environment = {
      nowMs: start.instantMs,
      language: start.language,
      timeZone,
      newId: () => `id-${depth}-${asked}-${++ids}`,
      random: byChance,
      lot: byChance,
      sessionId: 'explored',
      channel: 'preview',
    };
    this.turns += 1;
    try {
      const turn = advance(program, state, input, environment);
      return { turn, trace: program.trace(), usedChance };
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      return { turn: null, trace: program.trace(), usedChance };
    }
  }
}

/** Characters of all that chats knew at their questions: more would not stay in memory. */
const MAX_KNOWN = 20_000_000;

/** What can matter from here on; how much the chat has used up by now does not. */
function keyOf(state: Waiting, kept: Kept, { instantMs, language }: Start): string {
  const { experienceId, moduleId, variables, memory, callers, prompt } = state;
  return JSON.stringify([
    instantMs,
    language,
    experienceId,
    moduleId,
    variables,
    memory,
    callers,
    prompt,
    kept,
  ]);
}

function endingOf(state: ChatState, taken: readonly Taken[]): Ending {
  if (state.kind === 'ended' && state.because) return state.because;
  return taken.at(-1)?.to === null ? 'open' : 'ended';
}
