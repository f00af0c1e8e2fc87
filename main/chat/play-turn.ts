import { AppError, type TrailEntry } from '../../preload/contract';
import {
  advance,
  type ChatInput,
  type ChatState,
  type Environment,
  type Request,
  type Turn,
} from './engine';
import type { EffectStore, Linker, Origin, RowReference, Writer } from './ports';
import type { Program } from './program';
import type { Outcome } from './step';

/** One input of a session, with what it finds; all of it can be sent to another thread. */
export interface TurnToPlay {
  readonly origin: Origin;
  readonly state: ChatState;
  /** Rows that are not tied to a person yet: their address is not known. */
  readonly anonymous: readonly RowReference[];
  readonly input: ChatInput;
  /** As of when rows are stored. */
  readonly nowMs: number;
  /** What the chat believes that the time is, before {@link nowMs} or after it. */
  readonly clockOffsetMs: number;
  readonly timeZone: string;
}

export interface PlayedTurn {
  readonly state: ChatState;
  readonly anonymous: readonly RowReference[];
  readonly messages: Turn['messages'];
  readonly trail: TrailEntry[];
}

export interface TurnPorts {
  readonly store: EffectStore;
  readonly newId: () => string;
  readonly random: () => number;
}

/** More attempts than this for one input are a loop that asks the store again and again. */
const MAX_ATTEMPTS = 100;

/**
 * All that the turn stores is on disk when it returns, or nothing of it is when it throws. An experience
 * that was taken away meanwhile ends the chat, and stores nothing more.
 */
export async function playTurn(
  { store, newId, random }: TurnPorts,
  program: Program,
  turn: TurnToPlay,
): Promise<PlayedTurn> {
  const { origin, nowMs, clockOffsetMs, timeZone } = turn;
  const { sessionId, channel } = origin;
  const environment: Environment = {
    nowMs: nowMs + clockOffsetMs,
    timeZone,
    newId,
    random,
    sessionId,
    channel,
  };
  return store.transact(async (write, link, isOffered) => {
    if (!(await isOffered(origin))) {
      const state = { kind: 'ended', variables: {}, isUnavailable: true } as const;
      return { state, anonymous: [], messages: [], trail: [] };
    }
    const rows = new SessionRows(turn, write, link);
    const turns = await play(program, turn, environment, (request) => rows.write(request));
    return {
      state: turns.at(-1)?.state ?? turn.state,
      anonymous: rows.anonymous,
      messages: turns.flatMap(({ messages }) => messages),
      trail: rows.trail,
    };
  });
}

/** Writes for a session, and ties what it wrote to the person as soon as their address is known. */
class SessionRows {
  readonly trail: TrailEntry[] = [];
  anonymous: readonly RowReference[];
  readonly #turn: TurnToPlay;
  readonly #write: Writer;
  readonly #link: Linker;

  constructor(turn: TurnToPlay, write: Writer, link: Linker) {
    this.anonymous = turn.anonymous;
    this.#turn = turn;
    this.#write = write;
    this.#link = link;
  }

  async write(request: Request): Promise<Outcome> {
    const { email } = request.contact;
    if (email !== undefined && this.anonymous.length > 0) {
      await this.#link(this.anonymous, email);
      this.anonymous = [];
    }
    const { origin, nowMs } = this.#turn;
    const { outcome, trail, row } = await this.#write(request, origin, nowMs);
    if (trail) this.trail.push(trail);
    if (row && email === undefined) this.anonymous = [...this.anonymous, row];
    if (outcome.outcome === 'erased') this.anonymous = [];
    return outcome;
  }
}

/** Advances until the chat waits for the participant, answering for the store on the way. */
async function play(
  program: Program,
  { state, input }: TurnToPlay,
  environment: Environment,
  write: (request: Request) => Promise<Outcome>,
): Promise<Turn[]> {
  const turns: Turn[] = [];
  let next: ChatInput | null = input;
  let current = state;
  while (next) {
    if (turns.length > MAX_ATTEMPTS) throw new AppError('chat.not_playable');
    const turn: Turn = advance(program, current, next, environment);
    turns.push(turn);
    current = turn.state;
    for (const effect of turn.effects) await write(effect);
    next = turn.attempt ? { kind: 'outcome', ...(await write(turn.attempt)) } : null;
  }
  return turns;
}
