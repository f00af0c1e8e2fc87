import type { Answer, Prompt, TableName } from '../../preload/contract';

export type Variables = Readonly<Record<string, string>>;

/** A row that a module wants stored. The table must be one that the module declares. */
export interface StoreEffect {
  store: TableName;
  row: Readonly<Record<string, string | number | null>>;
  /** What may exist only once in the table; a database constraint holds it, not a look before. */
  uniqueKey?: string;
  /** What to do with the row that already has the key. */
  onConflict?: 'refuse' | 'replace';
}

/** `off`: storage is switched off, so nothing was written and no limit can be held. */
export type Outcome = 'stored' | 'refused' | 'off';

/** Why a module's step runs: the chat arrived, the participant did something, the store answered. */
export type StepEvent =
  | { kind: 'enter' }
  | { kind: 'answer'; answer: Answer }
  | { kind: 'linkOpened' }
  | { kind: 'outcome'; outcome: Outcome };

export interface StepContext<S> {
  readonly settings: S;
  readonly variables: Variables;
  readonly event: StepEvent;
  readonly nowMs: number;
  /** IANA name of the zone in which days begin, such as `Europe/Berlin`. */
  readonly timeZone: string;
  /** A new random id. */
  readonly newId: () => string;
  readonly sessionId: string;
}

/** What comes next: wait for the participant, follow a branch, hear the store's answer, or end. */
export type Next = { ask: Prompt } | { go: string } | { attempt: StoreEffect } | { end: true };

export type StepResult = {
  /** Messages, with `${variables}`. */
  say?: readonly string[];
  /** Variables to set; the engine stores them when the module declares the variables table. */
  set?: Variables;
  store?: readonly StoreEffect[];
} & Next;
