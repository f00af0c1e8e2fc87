import {
  type Answer,
  AppError,
  type ChatChannel,
  type ChatTurn,
  type Graph,
  offersByVariable,
  TABLE_NAMES,
} from '../../../preload/contract';
import { part } from '../../foundation/operation/part';
import { retention } from '../../vault/retention/retention';
import type { ChatInput, ChatState } from '../engine/chat-state';
import { recognise } from '../engine/chosen';
import { type PlayedTurn, playTurn, type TurnPorts, type TurnToPlay } from '../engine/play-turn';
import type { Origin, SessionRow } from '../engine/ports';
import { compile, type Library, type Program, type Registry } from '../engine/program';
import { moduleOf } from '../modules';
import { turnPorts } from '../writing/turn-ports';
import { playUploadTask, type UploadTurn } from './play-upload';

export interface SessionPorts extends TurnPorts {
  readonly registry: Registry;
  readonly nowMs: () => number;
  readonly timeZone: () => string;
  /**
   * Plays a turn whose answer is a file, to look at which takes long; left out, like any other. It may
   * take the content away.
   */
  readonly playUpload?: (turn: UploadTurn, content: ArrayBuffer) => Promise<PlayedTurn>;
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
  readonly graph: Graph;
  readonly library: Library;
  readonly origin: Origin;
  readonly clockOffsetMs: number;
  state: ChatState;
  /** What it has written so far. */
  rows: readonly SessionRow[];
  /** Inputs of one session run one after the other, however fast they come. */
  busy: Promise<unknown>;
}

/** Sessions that a forgetful caller leaves behind do not pile up beyond this. */
const MAX_SESSIONS = 100;

/** The running chats, in memory only; their rows are in the store. */
export class Sessions {
  readonly #ports: SessionPorts;
  readonly #sessions = new Map<string, Session>();

  constructor(ports: SessionPorts) {
    this.#ports = ports;
  }

  /** @throws AppError `chat.not_playable` */
  async start(played: Playable, from: Start = {}): Promise<ChatTurn> {
    const { experienceId, experienceName, graph, channel, pretendedNowMs } = played;
    const library = played.library ?? new Map();
    const sessionId = this.#ports.newId();
    const nowMs = this.#ports.nowMs();
    const session: Session = {
      program: compile(graph, this.#ports.registry, library),
      graph,
      library,
      origin: { experienceId, experienceName, channel, sessionId },
      clockOffsetMs: (pretendedNowMs ?? nowMs) - nowMs,
      state: { kind: 'new' },
      rows: [],
      busy: Promise.resolve(),
    };
    this.#sessions.set(sessionId, session);
    this.#dropOldest();
    const offers = offersByVariable(graph.modules, (type) => this.#ports.registry(type)?.offers);
    const variables = recognise(from.variables ?? {}, offers);
    return this.#feed(session, { kind: 'start', ...from, variables });
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
    const { origin, state, rows, clockOffsetMs } = session;
    const [nowMs, timeZone] = [this.#ports.nowMs(), this.#ports.timeZone()];
    const turn = { origin, state, rows, input, nowMs, clockOffsetMs, timeZone };
    const played = await this.#play(session, turn);
    session.state = played.state;
    session.rows = played.rows;
    return view(origin, played, isSameQuestion(state, played.state));
  }

  #play({ program, graph, library }: Session, turn: TurnToPlay): Promise<PlayedTurn> {
    const { playUpload } = this.#ports;
    const { input } = turn;
    const content = input.kind === 'answer' ? contentOf(input.answer) : null;
    return content && playUpload
      ? playUpload({ ...turn, graph, library }, content.buffer)
      : playTurn(this.#ports, program, turn);
  }
}

/** The file that an answer is. */
function contentOf(answer: Answer): Uint8Array<ArrayBuffer> | null {
  if (answer.kind === 'file') return answer.bytes;
  return answer.kind === 'signature' && answer.by === 'drawing' ? answer.png : null;
}

/** A module that goes on to its next question has learnt or remembered something. */
function isSameQuestion(before: ChatState, after: ChatState): boolean {
  if (before.kind !== 'waiting' || after.kind !== 'waiting') return false;
  if (before.moduleId !== after.moduleId) return false;
  return JSON.stringify({ ...before, spent: null }) === JSON.stringify({ ...after, spent: null });
}

function view(origin: Origin, { state, messages, trail }: PlayedTurn, repeats: boolean): ChatTurn {
  const waiting = state.kind === 'waiting';
  return {
    sessionId: origin.sessionId,
    messages: [...messages],
    prompt: waiting ? state.prompt : null,
    waitingModuleId: waiting ? state.moduleId : null,
    repeats,
    ended: state.kind === 'ended',
    unavailable: state.kind === 'ended' && state.because === 'unavailable',
    tooLong: state.kind === 'ended' && state.because === 'too_long',
    trail,
    variables: state.kind === 'new' ? {} : state.variables,
  };
}

export const sessions = part('chats', ({ store, time, desktop, run, emit, the }) => {
  const trustedMs = (): number => time.trustedMs();
  const onErased = (): void => {
    emit('data.changed', { tables: [...TABLE_NAMES] });
    void the(retention).scrub();
  };
  return new Sessions({
    ...turnPorts(store, { trustedMs, onErased }),
    registry: moduleOf,
    nowMs: () => time.nowMs(),
    timeZone: desktop.timeZone,
    openLink: desktop.openLink,
    playUpload: (turn, content) =>
      run(playUploadTask, { ...turn, trustedMs: trustedMs() }, { transfer: [content] }),
  });
});
