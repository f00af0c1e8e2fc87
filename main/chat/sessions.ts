import {
  type Answer,
  AppError,
  type ChatChannel,
  type ChatTurn,
  type Graph,
  type TrailEntry,
} from '../../preload/contract';
import { advance, type ChatInput, type ChatState, type Environment, type Turn } from './engine';
import type { EffectStore, Origin, Writer } from './ports';
import { compile, type Program, type Registry } from './program';

export interface SessionPorts {
  readonly store: EffectStore;
  readonly registry: Registry;
  readonly nowMs: () => number;
  readonly timeZone: () => string;
  readonly newId: () => string;
  /** Opens an address in the browser. */
  readonly openLink: (url: string) => Promise<void>;
}

export interface Playable {
  readonly experienceId: string;
  readonly experienceName: string;
  readonly graph: Graph;
  readonly channel: ChatChannel;
}

interface Session {
  readonly program: Program;
  readonly origin: Origin;
  state: ChatState;
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
  async start({ graph, ...origin }: Playable): Promise<ChatTurn> {
    const sessionId = this.#ports.newId();
    const session: Session = {
      program: compile(graph, this.#ports.registry),
      origin: { ...origin, sessionId },
      state: { kind: 'new' },
      busy: Promise.resolve(),
    };
    this.#sessions.set(sessionId, session);
    this.#dropOldest();
    return this.#feed(session, { kind: 'start' });
  }

  async answer(sessionId: string, answer: Answer): Promise<ChatTurn> {
    return this.#feed(this.#session(sessionId), { kind: 'answer', answer });
  }

  /** @throws AppError `chat.unexpected_answer` when no link waits to be opened. */
  async openLink(sessionId: string): Promise<ChatTurn> {
    const session = this.#session(sessionId);
    return this.#inTurn(session, async () => {
      const { state } = session;
      if (state.kind !== 'waiting' || state.prompt.kind !== 'link') {
        throw new AppError('chat.unexpected_answer');
      }
      await this.#ports.openLink(state.prompt.url);
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
    const { store, nowMs, timeZone, newId } = this.#ports;
    const { sessionId } = session.origin;
    const environment = { nowMs: nowMs(), timeZone: timeZone(), newId, sessionId };
    const { turns, trail } = await store.transact((write) =>
      play(session, input, environment, write),
    );
    session.state = turns.at(-1)?.state ?? session.state;
    return view(session, turns, trail);
  }
}

/** Advances until the chat waits for the participant, answering for the store on the way. */
async function play(
  { program, origin, state }: Session,
  input: ChatInput,
  environment: Environment,
  write: Writer,
): Promise<{ turns: Turn[]; trail: TrailEntry[] }> {
  const turns: Turn[] = [];
  const trail: TrailEntry[] = [];
  const record = async (effect: Turn['effects'][number]) => {
    const written = await write(effect, origin, environment.nowMs);
    if (written.trail) trail.push(written.trail);
    return written.outcome;
  };
  let next: ChatInput | null = input;
  let current = state;
  while (next) {
    if (turns.length > MAX_ATTEMPTS) throw new AppError('chat.not_playable');
    const turn: Turn = advance(program, current, next, environment);
    turns.push(turn);
    current = turn.state;
    for (const effect of turn.effects) await record(effect);
    next = turn.attempt ? { kind: 'outcome', outcome: await record(turn.attempt) } : null;
  }
  return { turns, trail };
}

function view(session: Session, turns: Turn[], trail: TrailEntry[]): ChatTurn {
  const { state, origin } = session;
  const waiting = state.kind === 'waiting';
  return {
    sessionId: origin.sessionId,
    messages: turns.flatMap(({ messages }) => messages),
    prompt: waiting ? state.prompt : null,
    waitingModuleId: waiting ? state.moduleId : null,
    ended: state.kind === 'ended',
    trail,
  };
}
