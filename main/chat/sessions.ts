import {
  type Answer,
  AppError,
  type ChatChannel,
  type ChatTurn,
  type Graph,
  type TrailEntry,
} from '../../preload/contract';
import {
  advance,
  type ChatInput,
  type ChatState,
  type Environment,
  type Request,
  type Turn,
} from './engine';
import type { EffectStore, Linker, Origin, RowReference, Writer } from './ports';
import { compile, type Library, type Program, type Registry } from './program';
import type { Outcome } from './step';

export interface SessionPorts {
  readonly store: EffectStore;
  readonly registry: Registry;
  readonly nowMs: () => number;
  readonly timeZone: () => string;
  readonly newId: () => string;
  readonly random: () => number;
  /** Opens an address in the browser. */
  readonly openLink: (url: string) => Promise<void>;
}

export interface Playable {
  readonly experienceId: string;
  readonly experienceName: string;
  readonly graph: Graph;
  /** The experiences that this one may call. */
  readonly library?: Library;
  readonly channel: ChatChannel;
  /** The chat believes that it is this instant; rows are stored as of now all the same. */
  readonly pretendedNowMs?: number | undefined;
}

type Start = Omit<Extract<ChatInput, { kind: 'start' }>, 'kind'>;

interface Session {
  readonly program: Program;
  readonly origin: Origin;
  readonly clockOffsetMs: number;
  state: ChatState;
  /** Rows that are not tied to a person yet: their address is not known. */
  anonymous: readonly RowReference[];
  /** Inputs of one session run one after the other, however fast they come. */
  busy: Promise<unknown>;
}

/** Sessions that a forgetful caller leaves behind do not pile up beyond this. */
const MAX_SESSIONS = 100;

/** More attempts than this for one input are a loop that asks the store again and again. */
const MAX_ATTEMPTS = 100;

/** The running chats, in memory only; their rows are in the store. */
export class Sessions {
  readonly #ports: SessionPorts;
  readonly #sessions = new Map<string, Session>();

  constructor(ports: SessionPorts) {
    this.#ports = ports;
  }

  /** @throws AppError `chat.not_playable` */
  async start(played: Playable, from: Start = {}): Promise<ChatTurn> {
    const { experienceId, experienceName, channel, pretendedNowMs } = played;
    const sessionId = this.#ports.newId();
    const nowMs = this.#ports.nowMs();
    const session: Session = {
      program: compile(played.graph, this.#ports.registry, played.library),
      origin: { experienceId, experienceName, channel, sessionId },
      clockOffsetMs: (pretendedNowMs ?? nowMs) - nowMs,
      state: { kind: 'new' },
      anonymous: [],
      busy: Promise.resolve(),
    };
    this.#sessions.set(sessionId, session);
    this.#dropOldest();
    return this.#feed(session, { kind: 'start', ...from });
  }

  async answer(sessionId: string, answer: Answer): Promise<ChatTurn> {
    return this.#feed(this.#session(sessionId), { kind: 'answer', answer });
  }

  /** @throws AppError `chat.unexpected_answer` when the prompt waits without end. */
  async idle(sessionId: string): Promise<ChatTurn> {
    return this.#feed(this.#session(sessionId), { kind: 'idle' });
  }

  /** @throws AppError `chat.unexpected_answer` when no link waits to be opened. */
  async openLink(sessionId: string): Promise<ChatTurn> {
    const session = this.#session(sessionId);
    return this.#inTurn(session, async () => {
      const { state } = session;
      if (state.kind !== 'waiting' || state.prompt.kind !== 'link') {
        throw new AppError('chat.unexpected_answer');
      }
      // A kiosk has no browser: participants take the address along.
      if (session.origin.channel !== 'kiosk') await this.#ports.openLink(state.prompt.url);
      return this.#run(session, { kind: 'linkOpened' });
    });
  }

  forget(sessionId: string): void {
    this.#sessions.delete(sessionId);
  }

  #session(id: string): Session {
    const session = this.#sessions.get(id);
    if (!session) throw new AppError('chat.session_not_found');
    return session;
  }

  #dropOldest(): void {
    const [oldest] = this.#sessions.keys();
    if (this.#sessions.size > MAX_SESSIONS && oldest !== undefined) this.forget(oldest);
  }

  #feed(session: Session, input: ChatInput): Promise<ChatTurn> {
    return this.#inTurn(session, () => this.#run(session, input));
  }

  #inTurn(session: Session, work: () => Promise<ChatTurn>): Promise<ChatTurn> {
    const turn = session.busy.then(work);
    session.busy = turn.catch(() => undefined);
    return turn;
  }

  /** The session moves on only when its rows are on disk; a failure leaves it where it was. */
  async #run(session: Session, input: ChatInput): Promise<ChatTurn> {
    const { store, timeZone, newId, random } = this.#ports;
    const { sessionId, channel } = session.origin;
    const nowMs = this.#ports.nowMs();
    const environment: Environment = {
      nowMs: nowMs + session.clockOffsetMs,
      timeZone: timeZone(),
      newId,
      random,
      sessionId,
      channel,
    };
    const { turns, trail, anonymous } = await store.transact(async (write, link) => {
      const rows = new SessionRows(session, { write, link, nowMs });
      const turns = await play(session, input, environment, (request) => rows.write(request));
      return { ...rows, turns };
    });
    const before = session.state;
    session.state = turns.at(-1)?.state ?? before;
    session.anonymous = anonymous;
    return view(session, turns, { trail, repeats: isSameQuestion(before, session.state) });
  }
}

/** Writes for a session, and ties what it wrote to the person as soon as their address is known. */
class SessionRows {
  readonly trail: TrailEntry[] = [];
  anonymous: readonly RowReference[];
  readonly #origin: Origin;
  readonly #to: { write: Writer; link: Linker; nowMs: number };

  constructor({ origin, anonymous }: Session, to: { write: Writer; link: Linker; nowMs: number }) {
    this.anonymous = anonymous;
    this.#origin = origin;
    this.#to = to;
  }

  async write(request: Request): Promise<Outcome> {
    const { email } = request.contact;
    const { write, link, nowMs } = this.#to;
    if (email !== undefined && this.anonymous.length > 0) {
      await link(this.anonymous, email);
      this.anonymous = [];
    }
    const { outcome, trail, row } = await write(request, this.#origin, nowMs, this.anonymous);
    if (trail) this.trail.push(trail);
    if (row && email === undefined) this.anonymous = [...this.anonymous, row];
    if (outcome.outcome === 'erased') this.anonymous = [];
    return outcome;
  }
}

/** Advances until the chat waits for the participant, answering for the store on the way. */
async function play(
  { program, state }: Session,
  input: ChatInput,
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

/** A module that goes on to its next question has learnt or remembered something. */
function isSameQuestion(before: ChatState, after: ChatState): boolean {
  if (before.kind !== 'waiting' || after.kind !== 'waiting') return false;
  if (before.moduleId !== after.moduleId) return false;
  return JSON.stringify(before) === JSON.stringify(after);
}

function view(
  session: Session,
  turns: Turn[],
  { trail, repeats }: Pick<ChatTurn, 'trail' | 'repeats'>,
): ChatTurn {
  const { state, origin } = session;
  const waiting = state.kind === 'waiting';
  return {
    sessionId: origin.sessionId,
    messages: turns.flatMap(({ messages }) => messages),
    prompt: waiting ? state.prompt : null,
    waitingModuleId: waiting ? state.moduleId : null,
    repeats,
    ended: state.kind === 'ended',
    trail,
    variables: state.kind === 'new' ? {} : state.variables,
  };
}
