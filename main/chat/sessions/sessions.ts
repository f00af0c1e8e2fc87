import {
  type Answer,
  AppError,
  type ChatChannel,
  type ChatLanguage,
  type ChatTurn,
  chatSettings,
  type Graph,
  type LegalOffer,
  type LegalReading,
  TABLE_NAMES,
} from '../../../preload/contract';
import { part } from '../../foundation/operation/part';
import { cleanLines } from '../../foundation/text/clean-text';
import { retention } from '../../vault/retention/retention';
import { keptPlace } from '../../vault/workspace/kept-place';
import type { ChatInput, ChatState } from '../engine/chat-state';
import { recognise } from '../engine/chosen';
import { goBack } from '../engine/go-back';
import type { LegalWordings } from '../engine/legal-wording';
import { NO_PAST, type Past, recall, remember } from '../engine/past';
import {
  type PlayedTurn,
  playTurn,
  type SpokenLanguage,
  type TurnPorts,
  type TurnToPlay,
} from '../engine/play-turn';
import type { Origin, SessionRow } from '../engine/ports';
import { compile, type Library, type Program, type Registry } from '../engine/program';
import type { Variables } from '../engine/step';
import { inLanguage } from '../flow/localise';
import {
  NO_TEXTS,
  offerOf,
  type PinnedTexts,
  readingOf,
  wantedLanguages,
  wordingsIn,
} from '../legal/pinned';
import { moduleOf } from '../modules';
import { turnPorts } from '../writing/turn-ports';
import { addressesOf } from './addresses';
import { playUploadTask, type UploadTurn } from './play-upload';
import { retold, saidAgain } from './retell';
import { languageOf, languagesOf } from './session-language';

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
  /** The legal texts that all these experiences mention. */
  readonly legal?: PinnedTexts;
  /**
   * In which to speak; one that the experience has, or the nearest. The main one unless given. Legal
   * texts are wanted in it as well where the experience says nothing of languages.
   */
  readonly language?: ChatLanguage | undefined;
  /** The chat believes that it is this instant; rows are stored as of now all the same. */
  readonly pretendedNowMs?: number | undefined;
}

type Start = Omit<Extract<ChatInput, { kind: 'start' }>, 'kind'>;

interface Session {
  program: Program;
  readonly graph: Graph;
  readonly library: Library;
  readonly origin: Origin;
  readonly clockOffsetMs: number;
  legal: SessionTexts;
  /** Left out where the experience does not say in which language it speaks. */
  language: SpokenLanguage | undefined;
  state: ChatState;
  /** What it has written so far. */
  rows: readonly SessionRow[];
  /** What it has said last. */
  said: PlayedTurn['messages'];
  /** The way that it can go back; always empty where the author does not allow it. */
  past: Past;
  /** Questions that it has asked, each time anew; the last is the one that it asks now. */
  asked: number;
  /** When it has asked last, as the chat believes. */
  askedMs: number;
  /** What was answered before to what it asks now. */
  earlier: Answer | null;
  /** Where the links lead that it has shown. */
  readonly addresses: Set<string>;
  /** Inputs of one session run one after the other, however fast they come. */
  busy: Promise<unknown>;
}

/** Legal texts in the versions with which the session has begun. */
interface SessionTexts {
  readonly texts: PinnedTexts;
  readonly wanted: readonly string[];
  readonly wordings: LegalWordings;
  readonly offer: LegalOffer;
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
    const language = languageOf(graph, played.language);
    const session: Session = {
      program: this.#compile(graph, library, language),
      language,
      graph,
      library,
      origin: { experienceId, experienceName, channel, sessionId },
      clockOffsetMs: (pretendedNowMs ?? nowMs) - nowMs,
      legal: sessionTexts(graph, played.legal ?? NO_TEXTS, [language?.tag, played.language]),
      state: { kind: 'new' },
      rows: [],
      said: [],
      past: NO_PAST,
      asked: 0,
      askedMs: pretendedNowMs ?? nowMs,
      earlier: null,
      addresses: new Set(),
      busy: Promise.resolve(),
    };
    this.#sessions.set(sessionId, session);
    this.#dropOldest();
    const variables = recognise(cleaned(from.variables ?? {}), session.program.offers);
    return this.#feed(session, { kind: 'start', ...from, variables });
  }

  #compile(graph: Graph, library: Library, language: SpokenLanguage | undefined): Program {
    return compile(graph, this.#ports.registry, library, inLanguage(language?.tag));
  }

  /** @throws AppError `chat.already_answered` when something else than `question` is asked by now. */
  async answer(sessionId: string, answer: Answer, question?: string): Promise<ChatTurn> {
    return this.#feed(this.#session(sessionId), { kind: 'answer', answer }, question);
  }

  /**
   * @throws AppError `chat.unexpected_answer` when the prompt waits without end,
   * `chat.already_answered` as {@link answer} does.
   */
  async idle(sessionId: string, question?: string): Promise<ChatTurn> {
    return this.#feed(this.#session(sessionId), { kind: 'idle' }, question);
  }

  /**
   * Asks an earlier question again, and withdraws what was said and stored since.
   *
   * @throws AppError `chat.cannot_go_back`
   */
  async back(sessionId: string, question: string): Promise<ChatTurn> {
    const session = this.#session(sessionId);
    return this.#inTurn(session, async () => {
      const { origin, state, past } = session;
      const request = { origin, state, past, question, nowMs: this.#ports.nowMs() };
      const went = await goBack(this.#ports.store, request);
      return this.#take(session, went.played, went);
    });
  }

  /**
   * @throws AppError `chat.unexpected_answer` when no link waits to be opened,
   * `chat.already_answered` as {@link answer} does.
   */
  async openLink(
    sessionId: string,
    question?: string,
    { pretends = false }: { pretends?: boolean | undefined } = {},
  ): Promise<ChatTurn> {
    const session = this.#session(sessionId);
    return this.#inTurn(session, async () => {
      requireAsked(session, question);
      const { state } = session;
      if (state.kind !== 'waiting' || state.prompt.kind !== 'link') {
        throw new AppError('chat.unexpected_answer');
      }
      // A kiosk has no browser: participants take the address along.
      const opens = session.origin.channel !== 'kiosk' && !pretends;
      if (opens) await this.#ports.openLink(state.prompt.url);
      return this.#run(session, { kind: 'linkOpened' });
    });
  }

  /** @throws AppError `chat.session_not_found`, `legal.not_offered` */
  legalText(sessionId: string, id: string): LegalReading {
    const { texts, wanted } = this.#session(sessionId).legal;
    return readingOf(texts, id, wanted);
  }

  /**
   * Goes on in another language: what is asked is asked again in it, and so is what can be gone back to.
   *
   * @throws AppError `chat.nothing_asked`
   */
  async setLanguage(sessionId: string, wanted: ChatLanguage): Promise<ChatTurn> {
    const session = this.#session(sessionId);
    return this.#inTurn(session, async () => {
      const { state, graph, library, past, said } = session;
      const [from, to] = [session.language, languageOf(graph, wanted)];
      if (state.kind !== 'waiting' || !from || !to) throw new AppError('chat.nothing_asked');
      const environment = { nowMs: session.askedMs, timeZone: this.#ports.timeZone() };
      const texts = sessionTexts(graph, session.legal.texts, [to.tag]);
      const legal = { from: session.legal.wordings, to: texts.wordings };
      const change = { graph, library, from: from.tag, to: to.tag, environment, legal };
      const messages = saidAgain(said, state, change);
      session.program = this.#compile(graph, library, to);
      session.language = to;
      session.legal = texts;
      session.state = retold(state, change);
      session.said = messages;
      session.past = {
        ...past,
        answered: past.answered.map((each) => ({ ...each, state: retold(each.state, change) })),
      };
      const turn = { state: session.state, messages, trail: [] };
      for (const address of addressesOf(turn)) session.addresses.add(address);
      return view(session, turn, { repeats: true, earlier: session.earlier });
    });
  }

  /** @throws AppError `chat.link_refused` for an address to which no link of this session leads. */
  async openAddress(sessionId: string, address: string): Promise<void> {
    const { origin, addresses } = this.#session(sessionId);
    const isShown = origin.channel !== 'kiosk' && addresses.has(address);
    if (!isShown) throw new AppError('chat.link_refused');
    await this.#ports.openLink(address);
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

  #feed(session: Session, input: ChatInput, question?: string): Promise<ChatTurn> {
    return this.#inTurn(session, async () => {
      requireAsked(session, question);
      return this.#run(session, input);
    });
  }

  #inTurn(session: Session, work: () => Promise<ChatTurn>): Promise<ChatTurn> {
    const turn = session.busy.then(work);
    session.busy = turn.catch(() => undefined);
    return turn;
  }

  /** The session moves on only when its rows are on disk; a failure leaves it where it was. */
  async #run(session: Session, input: ChatInput): Promise<ChatTurn> {
    const { origin, state, rows, clockOffsetMs, language } = session;
    const [nowMs, timeZone] = [this.#ports.nowMs(), this.#ports.timeZone()];
    const legal = session.legal.wordings;
    const environment = { nowMs, clockOffsetMs, timeZone, legal, language };
    const turn = { origin, state, rows, input, ...environment };
    const question = questionOf(session);
    const played = await this.#play(session, turn);
    const repeats = isSameQuestion(state, played.state);
    const answer = input.kind === 'answer' ? input.answer : null;
    const step = { ...played, question, before: state, rows, answer, repeats };
    const past = chatSettings(session.graph).allowsBack
      ? remember(session.past, step)
      : session.past;
    return this.#take(session, played, { past, repeats });
  }

  #take(
    session: Session,
    played: PlayedTurn,
    { past, repeats = false }: { past: Past; repeats?: boolean },
  ): ChatTurn {
    const recalled = recall(played.state.kind === 'ended' ? NO_PAST : past, played.state);
    session.state = played.state;
    session.rows = played.rows;
    session.said = played.messages;
    session.past = recalled.past;
    session.earlier = recalled.earlier;
    session.askedMs = this.#ports.nowMs() + session.clockOffsetMs;
    if (played.state.kind === 'waiting') session.asked += 1;
    for (const address of addressesOf(played)) session.addresses.add(address);
    return view(session, played, { repeats, earlier: recalled.earlier });
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

/** The session's own language, then that of the experience, then what its surroundings speak. */
function sessionTexts(
  graph: Graph,
  texts: PinnedTexts,
  languages: readonly (string | undefined)[],
): SessionTexts {
  const [own, ...others] = languages.filter((tag) => tag !== undefined);
  const wanted = [...wantedLanguages(graph, own), ...others];
  return { texts, wanted, wordings: wordingsIn(texts, wanted), offer: offerOf(graph, texts) };
}

/** What is known at the start has passed no question. */
function cleaned(variables: Variables): Variables {
  return Object.fromEntries(
    Object.entries(variables).map(([name, value]) => [name, cleanLines(value)]),
  );
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

/** Unlike any question of another chat, so that an answer that comes late finds nothing. */
function questionOf({ origin, state, asked }: Session): string | null {
  return state.kind === 'waiting' ? `${origin.sessionId}-${asked}` : null;
}

function requireAsked(session: Session, question: string | undefined): void {
  if (question !== undefined && question !== questionOf(session)) {
    throw new AppError('chat.already_answered');
  }
}

function view(
  session: Session,
  { state, messages, trail }: Pick<PlayedTurn, 'state' | 'messages' | 'trail'>,
  { repeats, earlier }: Pick<ChatTurn, 'repeats' | 'earlier'>,
): ChatTurn {
  const waiting = state.kind === 'waiting';
  const { answered, stays } = session.past;
  return {
    sessionId: session.origin.sessionId,
    language: session.language?.tag ?? null,
    languages: languagesOf(session.graph),
    messages: [...messages],
    prompt: waiting ? state.prompt : null,
    question: questionOf(session),
    earlier,
    changeable: answered.map(({ question }) => question),
    stays,
    waitingModuleId: waiting ? state.moduleId : null,
    repeats,
    ended: state.kind === 'ended',
    unavailable: state.kind === 'ended' && state.because === 'unavailable',
    tooLong: state.kind === 'ended' && state.because === 'too_long',
    trail,
    legal: session.legal.offer,
    variables: state.kind === 'new' ? {} : state.variables,
  };
}

export const sessions = part('chats', ({ store, time, desktop, run, emit, the }) => {
  const trustedMs = (): number => time.trustedMs();
  const onErased = (): void => {
    emit('data.changed', { tables: [...TABLE_NAMES] });
    emit('requests.changed', {});
    the(keptPlace).forget();
    void the(retention).scrub();
  };
  return new Sessions({
    ...turnPorts(store, { trustedMs, onErased, onWithdrawn: () => the(retention).scrubSoon() }),
    registry: moduleOf,
    nowMs: () => time.nowMs(),
    timeZone: desktop.timeZone,
    openLink: desktop.openLink,
    playUpload: (turn, content) =>
      run(playUploadTask, { ...turn, trustedMs: trustedMs() }, { transfer: [content] }),
  });
});
