import type {
  Answer,
  ChatChannel,
  ChatLanguage,
  ChatMessage,
  Prompt,
  TableName,
} from '../../../preload/contract';
import type { LegalWordings } from './legal-wording';

export type Variables = Readonly<Record<string, string>>;

export type StoredValue = string | number | null | Uint8Array;

/** A row that a module wants stored. The table must be one that the module declares. */
export interface StoreEffect {
  store: TableName;
  row: Readonly<Record<string, StoredValue>>;
  /** What may exist only once in the table; a database constraint holds it, not a look before. */
  uniqueKey?: string;
  /** What to do with the row that already has the key. */
  onConflict?: 'refuse' | 'replace';
  /** This row goes after so many days, even where the table may keep others longer. */
  atMostDays?: number;
}

/** Something of which there is only so much. It is taken together with the row, or not at all. */
export type Claim =
  /** One more of what `counter` names, up to `limit` in all. The value is its number, from 1. */
  | { of: 'counter'; counter: string; limit: number }
  /** The first of these that nobody has taken, in their order. The value is its name. */
  | { of: 'one_of'; names: readonly string[] }
  /** The next code of a pool. The value is the code. */
  | { of: 'next_code'; poolId: string }
  /**
   * One use of a code of a pool, however it is typed. Refused as `unknown` or as `exhausted`. The
   * value is the code as the pool has it.
   */
  | { of: 'code_use'; poolId: string; code: string }
  /** Points of the person who chats, from what they have. The value is what is left. */
  | { of: 'points'; points: number };

/** What the store can look up, of what it already keeps about the person who chats. */
export type Lookup =
  /** Points that the person has. */
  | { of: 'points' }
  /** A code as its pool has it, however it is typed. */
  | { of: 'code'; poolId: string; code: string }
  /** The code in the row of `codes` with this unique key. */
  | { of: 'issued_code'; uniqueKey: string }
  /** The last decision on a consent, as `readLastConsent` reads it. */
  | { of: 'consent'; consentId: string };

/** What a module asks of the store and goes on with its answer: an `outcome`. */
export type Attempt =
  /** To store a row that may be refused. `valueInto` is the column that takes the claim's value. */
  | ({ kind: 'store'; claim?: Claim; valueInto?: string } & StoreEffect)
  | { kind: 'look_up'; lookup: Lookup }
  /**
   * To erase the rows of this session, and with `person` all under the address of who chats. The value
   * is their number.
   */
  | { kind: 'erase'; reach: 'person' | 'session' };

/**
 * `off`: storage is switched off, so nothing was written, nothing claimed, and no limit can be held.
 * `refused` says why: `duplicate` is a row with the same unique key, `held` a legal hold.
 */
export interface Outcome {
  readonly outcome: 'stored' | 'refused' | 'off' | 'found' | 'not_found' | 'erased';
  readonly reason?: 'duplicate' | 'exhausted' | 'unknown' | 'held';
  readonly value?: string | number;
  /** What a code that was used is worth. */
  readonly points?: number;
}

/** Why a module's step runs: the chat arrived, the participant did something, the store answered. */
export type StepEvent =
  /** `returned`: from the experience that this module had called. */
  | { kind: 'enter'; returned?: true }
  | { kind: 'answer'; answer: Answer }
  | { kind: 'linkOpened' }
  | { kind: 'idle' }
  | ({ kind: 'outcome' } & Outcome);

export interface StepContext<S> {
  readonly settings: S;
  readonly variables: Variables;
  readonly event: StepEvent;
  readonly moduleId: string;
  /** What the module remembered when it last asked; lost when the chat goes on. */
  readonly memory: Variables;
  readonly nowMs: number;
  /** IANA name of the zone in which days begin, such as `Europe/Berlin`. */
  readonly timeZone: string;
  /** A new random id. */
  readonly newId: () => string;
  /** At least 0, below 1, from the operating system's generator. */
  readonly random: () => number;
  /**
   * A number like {@link random} that stays the same in the session for this key. Left out, it follows
   * from the session's id; who looks for all ways through a chat decides it.
   */
  readonly lot?: ((key: string) => number) | undefined;
  readonly sessionId: string;
  readonly channel: ChatChannel;
  /** The legal texts that the chat mentions, as far as they are published. */
  readonly legal?: LegalWordings | undefined;
  /** In which the chat speaks; left out where the experience does not say in which it does. */
  readonly language?: ChatLanguage | undefined;
  /** Hears of the characters that are read and made to put texts together. */
  readonly spend?: ((characters: number) => void) | undefined;
}

/** What a module may know beside its settings and the variables; all of it is given. */
export type Environment = Pick<
  StepContext<unknown>,
  | 'nowMs'
  | 'timeZone'
  | 'newId'
  | 'random'
  | 'lot'
  | 'sessionId'
  | 'channel'
  | 'legal'
  | 'language'
  | 'spend'
>;

/** Another experience to play in between. */
export interface Call {
  readonly experienceId: string;
  /** The variables that it begins with. */
  readonly inputs: Variables;
  /** Which of its variables come back, and as what; null when the chat does not come back. */
  readonly outputs: readonly { from: string; to: string }[] | null;
}

/** What comes next: wait for the participant, follow a branch, hear the store's answer, or end. */
export type Next =
  | { ask: Prompt; remember?: Variables }
  /** Of several branches, the first that leads somewhere. */
  | { go: string | readonly string[] }
  | { jump: string }
  | { call: Call }
  | { attempt: Attempt; remember?: Variables }
  | { end: true };

export type StepResult = {
  /** Messages, with `${variables}`; a bare text is one of light markdown. */
  say?: readonly (string | ChatMessage)[];
  /** Variables to set; the engine stores them when the module declares the variables table. */
  set?: Variables;
  store?: readonly StoreEffect[];
  /** Drops all variables before `set`, and the experiences that wait: they rely on what is gone. */
  forget?: true;
} & Next;
