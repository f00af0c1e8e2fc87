import {
  AppError,
  type Border,
  type ChatLanguage,
  LANGUAGE_VARIABLE,
  type TrailEntry,
} from '../../../preload/contract';
import { personKey } from '../../foundation/person/email-key';
import { borderOf, borderOfInput } from './border';
import type { ChatInput, ChatState } from './chat-state';
import { advance } from './engine';
import { spokenIn } from './language';
import type { LegalWordings } from './legal-wording';
import type { Change, EffectStore, Linker, Origin, SessionRow, Writer } from './ports';
import type { Program } from './program';
import type { Environment, Outcome } from './step';
import { type Request, type Turn, variableEffects } from './turn';

/** One input of a session, with what it finds; all of it can be sent to another thread. */
export interface TurnToPlay {
  readonly origin: Origin;
  readonly state: ChatState;
  /** What the session has written so far. */
  readonly rows: readonly SessionRow[];
  readonly input: ChatInput;
  /** As of when rows are stored. */
  readonly nowMs: number;
  /** What the chat believes that the time is, before {@link nowMs} or after it. */
  readonly clockOffsetMs: number;
  readonly timeZone: string;
  /** As the session has found them when it began. */
  readonly legal?: LegalWordings | undefined;
  /** In which the chat speaks. */
  readonly language?: SpokenLanguage | undefined;
}

export interface SpokenLanguage {
  readonly tag: ChatLanguage;
  /** Whether it is kept with what the session stores: only a language that was chosen says anything. */
  readonly isKept: boolean;
}

export interface PlayedTurn {
  readonly state: ChatState;
  readonly rows: readonly SessionRow[];
  readonly messages: Turn['messages'];
  readonly trail: TrailEntry[];
  /** What it has changed in the store, the oldest first. */
  readonly changes: readonly Change[];
  /** What has happened that cannot be taken back. */
  readonly border: Border | null;
}

export const UNAVAILABLE: PlayedTurn = {
  state: { kind: 'ended', variables: {}, because: 'unavailable' },
  rows: [],
  messages: [],
  trail: [],
  changes: [],
  border: null,
};

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
  const { origin, nowMs, clockOffsetMs, timeZone, legal, language } = turn;
  const { sessionId, channel } = origin;
  const environment: Environment = {
    nowMs: nowMs + clockOffsetMs,
    timeZone,
    newId,
    random,
    sessionId,
    channel,
    legal,
    language: language?.tag,
  };
  return store.transact(async (write, link, isOffered) => {
    if (!(await isOffered(origin))) return UNAVAILABLE;
    const rows = new SessionRows(turn, write, link);
    const turns = await play(program, turn, environment, (request) => rows.write(request));
    return {
      state: turns.at(-1)?.state ?? turn.state,
      rows: rows.written,
      messages: turns.flatMap(({ messages }) => messages),
      trail: rows.trail,
      changes: rows.changes,
      border: rows.border ?? borderOfInput(turn.input, origin),
    };
  });
}

/** Writes for a session, and ties what it wrote to the person as soon as their address is known. */
class SessionRows {
  readonly trail: TrailEntry[] = [];
  readonly changes: Change[] = [];
  border: Border | null = null;
  written: readonly SessionRow[];
  readonly #turn: TurnToPlay;
  readonly #write: Writer;
  readonly #link: Linker;

  constructor(turn: TurnToPlay, write: Writer, link: Linker) {
    this.written = turn.rows;
    this.#turn = turn;
    this.#write = write;
    this.#link = link;
  }

  async write(request: Request): Promise<Outcome> {
    const { email } = request.contact;
    const isAnonymous = personKey(email) === null;
    if (email !== undefined && !isAnonymous) await this.#tieTo(email);
    const { origin, nowMs } = this.#turn;
    const {
      outcome,
      trail,
      row,
      changes = [],
    } = await this.#write(request, origin, nowMs, this.written);
    if (trail) this.trail.push(trail);
    this.changes.push(...changes);
    this.border = borderOf(request, outcome) ?? this.border;
    if (row) this.#add({ ...row, isAnonymous, ...this.#languageIn(request) });
    if (outcome.outcome === 'erased') this.written = [];
    if (request.kind === 'store' && request.store === 'variables' && outcome.outcome === 'stored') {
      await this.#tellLanguage(request);
    }
    return outcome;
  }

  /** Beside the first variable that is stored, as long and where that one may be. */
  async #tellLanguage(beside: Request & { kind: 'store' }): Promise<void> {
    const { language, origin } = this.#turn;
    const isTold = this.written.some((row) => row.language === language?.tag);
    if (!language?.isKept || isTold) return;
    const { moduleId, moduleType, contact, days } = beside;
    for (const effect of variableEffects(spokenIn(language.tag), origin.sessionId)) {
      await this.write({ ...effect, kind: 'store', moduleId, moduleType, contact, days });
    }
  }

  /** A variable of this name that the author sets otherwise is not written over. */
  #languageIn(request: Request): Pick<SessionRow, 'language'> {
    const isLanguage =
      request.kind === 'store' &&
      request.store === 'variables' &&
      request.row.name === LANGUAGE_VARIABLE;
    const { language } = this.#turn;
    return isLanguage && language ? { language: language.tag } : {};
  }

  async #tieTo(email: string): Promise<void> {
    const anonymous = this.written.filter(({ isAnonymous }) => isAnonymous);
    if (anonymous.length === 0) return;
    await this.#link(anonymous, email);
    const before = { email_key: null };
    this.changes.push(...anonymous.map(({ table, id }) => ({ table, id, before })));
    this.written = this.written.map((row) => ({ ...row, isAnonymous: false }));
  }

  /** A row that took the place of an older one has its id. */
  #add(row: SessionRow): void {
    const others = this.written.filter(({ table, id }) => table !== row.table || id !== row.id);
    this.written = [...others, row];
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
