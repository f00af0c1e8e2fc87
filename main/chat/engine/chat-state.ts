import type { Answer, Prompt } from '../../../preload/contract';
import type { Spent } from './budget';
import type { Call, Outcome, Variables } from './step';

/** An experience that waits for the one it called to come back. */
export interface Frame {
  readonly experienceId: string | null;
  readonly moduleId: string;
  readonly variables: Variables;
  readonly outputs: Call['outputs'];
}

/** Where in which experience the chat is, and what is known there. */
export interface Place {
  /** Null is the experience with which the session began. */
  readonly experienceId: string | null;
  readonly moduleId: string;
  readonly variables: Variables;
  readonly memory: Variables;
  readonly callers: readonly Frame[];
  readonly spent: Spent;
}

/** What would come next is not offered any more, or the chat has become too long. */
export type EndedBecause = 'unavailable' | 'too_long';

/** A chat that asks something. */
export type Waiting = { readonly kind: 'waiting'; readonly prompt: Prompt } & Place;

/** What a chat is between two inputs; all of it can be sent to another thread. */
export type ChatState =
  | { readonly kind: 'new' }
  /** `because` where it was not the author who let it end. */
  | { readonly kind: 'ended'; readonly variables: Variables; readonly because?: EndedBecause }
  | Waiting
  /** A module asked the store for something that may be refused, and goes on with the answer. */
  | ({ readonly kind: 'attempting' } & Place);

export type ChatInput =
  /** `at` begins elsewhere than at the first module, with `variables` already known. */
  | { kind: 'start'; at?: string; variables?: Variables }
  | { kind: 'answer'; answer: Answer }
  | { kind: 'linkOpened' }
  | { kind: 'idle' }
  | ({ kind: 'outcome' } & Outcome);
